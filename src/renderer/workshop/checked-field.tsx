/** A field whose text counts as soon as it is right; what is wrong with it stands below it. */
import { useId, useState } from 'react';

interface CheckedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly className?: string;
  readonly lines?: number;
  readonly lang?: string;
  /** @returns what was expected; null: it is right */
  check(text: string): string | null;
  onChange(text: string): void;
}

export function CheckedField({ label, value, className, lines, lang, check, onChange }: CheckedFieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const trouble = check(text);
  const take = (typed: string): void => {
    setText(typed);
    if (check(typed) === null) onChange(typed);
  };
  const common = {
    id,
    lang,
    className: 'field-input',
    value: text,
    'aria-invalid': trouble !== null,
    'aria-describedby': trouble === null ? undefined : `${id}-trouble`,
  };
  return (
    <div className={`workshop-field ${className ?? ''}`}>
      <label htmlFor={id} className="lesson-label">
        {label}
      </label>
      {lines === undefined ? (
        <input {...common} type="text" onChange={(event) => take(event.target.value)} />
      ) : (
        <textarea {...common} rows={lines} onChange={(event) => take(event.target.value)} />
      )}
      {trouble !== null && (
        <p id={`${id}-trouble`} className="workshop-trouble">
          {trouble}
        </p>
      )}
    </div>
  );
}
