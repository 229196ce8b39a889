/** Some of a few, each a segment that is on or off. */

interface ChoicesProps<Name extends string> {
  readonly label: string;
  readonly all: readonly Name[];
  /** What is shown for each. */
  words(name: Name): string;
  readonly chosen: readonly Name[];
  /** @param chosen in the order of all, whatever order they were chosen in */
  onChange(chosen: Name[]): void;
}

export function Choices<Name extends string>({ label, all, words, chosen, onChange }: ChoicesProps<Name>) {
  return (
    <fieldset className="lab-choices">
      <legend className="visually-hidden">{label}</legend>
      <span aria-hidden="true">{label}</span>
      {all.map((name) => (
        <label key={name} className="segment">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) =>
              onChange(all.filter((one) => (one === name ? event.target.checked : chosen.includes(one))))
            }
          />
          <span>{words(name)}</span>
        </label>
      ))}
    </fieldset>
  );
}
