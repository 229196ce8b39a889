/** A row of the dialog: label, control, and below it what is wrong or what it means. */
import { Switch } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { type Choice, Select } from '../ui/select';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

function Field({
  label,
  hint,
  error,
  id,
  children,
}: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  const note = error ?? hint;
  return (
    <div className="export-field">
      <label htmlFor={id}>{label}</label>
      <div className="export-control">{children}</div>
      {note !== undefined && (
        <p id={`${id}-note`} className={error === undefined ? 'field-hint' : 'field-error'}>
          {note}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly disabled?: boolean;
  onChange(value: string): void;
}

export function ChoiceRow({ label, hint, error, ...select }: ChoiceProps) {
  const id = useId();
  const described = (error ?? hint) === undefined ? undefined : `${id}-note`;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Select id={id} wrong={error !== undefined} describedBy={described} {...select} />
    </Field>
  );
}

interface NumberProps extends FieldProps {
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  onChange(value: string): void;
}

/** A number is typed as text: what cannot be one is refused in words. */
export function NumberRow({ label, hint, error, value, placeholder, disabled = false, onChange }: NumberProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        className="field-input field-input-number"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        aria-invalid={error !== undefined}
        aria-describedby={(error ?? hint) === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  set(on: boolean): void;
}

export function SwitchRow({ label, on, disabled = false, set }: SwitchProps) {
  const id = useId();
  return (
    <span className="export-switch-row">
      <Switch.Root id={id} className="export-switch" checked={on} disabled={disabled} onCheckedChange={set}>
        <Switch.Thumb className="export-thumb" />
      </Switch.Root>
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
