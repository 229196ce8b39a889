/** Workers, tasks, chunk size, and whether the boot counts. */
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { MAX_PROCESSES, MAX_TASKS } from '../../../shared/limits';
import { setControls } from '../../actions/break-even';
import { breakEvenStore } from '../../store/break-even';

/** @param withWorkers false: their number is what varies */
export function BreakEvenControlsRow({ withWorkers }: { readonly withWorkers: boolean }) {
  const { workers, tasks, chunksize, countBoot } = useStore(breakEvenStore, ({ controls }) => controls);
  return (
    <>
      {withWorkers && (
        <NumberField
          label="Workers"
          value={workers}
          most={MAX_PROCESSES}
          take={(value) => setControls({ workers: value ?? 1 })}
        />
      )}
      <NumberField label="Tasks" value={tasks} most={MAX_TASKS} take={(value) => setControls({ tasks: value ?? 1 })} />
      <NumberField
        label="Chunk size"
        value={chunksize}
        most={MAX_TASKS}
        empty="auto"
        take={(value) => setControls({ chunksize: value })}
      />
      <label className="break-even-check">
        <input
          type="checkbox"
          checked={countBoot}
          onChange={(event) => setControls({ countBoot: event.target.checked })}
        />
        Count the boot
      </label>
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  /** null: the field is empty. */
  readonly value: number | null;
  readonly most: number;
  /** What an empty field means; left out: it must not be empty. */
  readonly empty?: string;
  take(value: number | null): void;
}

/** What is typed counts as soon as it is a number that is allowed; until then the last one stays. */
function NumberField({ label, value, most, empty, take }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const parsed = text.trim() === '' ? null : Number(text);
  const right = parsed === null ? empty !== undefined : Number.isInteger(parsed) && parsed >= 1 && parsed <= most;
  return (
    <span className="break-even-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field-input field-input-number"
        inputMode="numeric"
        value={text}
        placeholder={empty}
        title={`1 to ${most}${empty === undefined ? '' : `, or empty: ${empty}`}`}
        aria-invalid={!right}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = target.value.trim() === '' ? null : Number(target.value);
          const allowed = next === null ? empty !== undefined : Number.isInteger(next) && next >= 1 && next <= most;
          if (allowed) take(next);
        }}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
