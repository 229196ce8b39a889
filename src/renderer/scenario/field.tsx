/** One row of the form: label, control, and below it what is wrong or what it means. */
import type { ReactNode } from 'react';
import { useActions, useDraft } from '../actions/context';
import { type Choice, Select } from '../ui/select';

export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;

interface RowProps {
  readonly path: string;
  readonly label: string;
  /** One short sentence; an error takes its place. */
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

export function Row({ path, label, hint, children }: RowProps) {
  const error = useDraft(({ errors }) => errors[path]);
  const note = error ?? hint;
  return (
    <div className="field">
      <label className="field-label" htmlFor={fieldId(path)}>
        {label}
      </label>
      <div className="field-control">{children}</div>
      {note !== undefined && (
        <p id={`${fieldId(path)}-note`} className={error === undefined ? 'field-hint' : 'field-error'}>
          {note}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
}

interface TextFieldProps extends FieldProps {
  readonly kind?: 'text' | 'number';
  /** Shown in an empty field: what empty means. */
  readonly placeholder?: string | undefined;
  readonly after?: ReactNode;
}

export function TextField({ kind = 'number', placeholder, after, disabled = false, ...row }: TextFieldProps) {
  return (
    <Row {...row}>
      <TextInput
        path={row.path}
        kind={kind}
        placeholder={placeholder}
        disabled={disabled}
        hinted={row.hint !== undefined}
      />
      {after}
    </Row>
  );
}

interface TextInputProps {
  readonly path: string;
  readonly kind: 'text' | 'number';
  readonly placeholder?: string | undefined;
  readonly disabled: boolean;
  readonly hinted: boolean;
}

/** A number is typed as text: what cannot be one stays as it was typed, and is refused in words. */
export function TextInput({ path, kind, placeholder, disabled, hinted }: TextInputProps) {
  const { draft } = useActions();
  const text = useDraft(({ fields }) => fields[path] ?? '');
  const wrong = useDraft(({ errors }) => errors[path] !== undefined);
  return (
    <input
      id={fieldId(path)}
      className={kind === 'number' ? 'field-input field-input-number' : 'field-input'}
      type="text"
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      autoComplete="off"
      spellCheck={false}
      value={text}
      placeholder={placeholder}
      // What is wrong must stay within reach, even where it does not count at the moment.
      disabled={disabled && !wrong}
      aria-invalid={wrong}
      aria-describedby={wrong || hinted ? `${fieldId(path)}-note` : undefined}
      onChange={(event) => draft.set(path, event.target.value)}
      onKeyDown={(event) => {
        if (kind !== 'number' || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        const number = Number(text);
        if (text.trim() === '' || !Number.isInteger(number)) return;
        event.preventDefault();
        draft.set(path, String(number + (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1)));
      }}
    />
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly onChange?: (value: string) => void;
}

export function ChoiceField({ choices, onChange, disabled = false, ...row }: ChoiceFieldProps) {
  const { draft } = useActions();
  const value = useDraft(({ fields }) => fields[row.path] ?? '');
  const wrong = useDraft(({ errors }) => errors[row.path] !== undefined);
  return (
    <Row {...row}>
      <Select
        id={fieldId(row.path)}
        describedBy={wrong || row.hint !== undefined ? `${fieldId(row.path)}-note` : undefined}
        wrong={wrong}
        value={value}
        choices={choices}
        disabled={disabled}
        onChange={onChange ?? ((chosen) => draft.set(row.path, chosen))}
      />
    </Row>
  );
}
