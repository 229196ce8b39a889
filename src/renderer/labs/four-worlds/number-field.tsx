/** A number of the four worlds, with its unit. What is typed is kept as it is: the race checks it. */
import type { FourWorldsControls, WorldNumber } from '../../store/four-worlds';
import { fourWorldsStore } from './run-four-worlds';

interface NumberFieldProps {
  readonly field: WorldNumber;
  readonly label: string;
  readonly unit: string;
  readonly typed: FourWorldsControls;
}

export function NumberField({ field, label, unit, typed: { numbers } }: NumberFieldProps) {
  return (
    <label className="lab-field">
      <span>{label}</span>
      <input
        className="field-input field-input-number"
        data-wide={field === 'numbers'}
        autoComplete="off"
        inputMode="numeric"
        value={numbers[field]}
        onChange={(event) => fourWorldsStore.setState({ numbers: { ...numbers, [field]: event.target.value } })}
      />
      {unit !== '' && <span className="field-unit">{unit}</span>}
    </label>
  );
}
