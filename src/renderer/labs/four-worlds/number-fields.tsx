/** The numbers of the four worlds: how many tasks and workers, and the sizes of the kinds of work that are chosen. */
import type { FourWorldsControls } from '../../store/four-worlds';
import { fourWorldsStore } from './run-four-worlds';
import { NUMBER_FIELDS } from './world-words';

export function NumberFields({ typed: { works, numbers } }: { readonly typed: FourWorldsControls }) {
  return NUMBER_FIELDS.filter((one) => one.of === null || works.includes(one.of)).map(({ field, label, unit }) => (
    <label key={field} className="lab-field">
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
  ));
}
