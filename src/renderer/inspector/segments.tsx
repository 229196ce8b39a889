/** A choice of one among two or three, all in sight. */
import { ToggleGroup } from 'radix-ui';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  onChange(value: Value): void;
}

export function Segments<Value extends string>({ label, value, choices, onChange }: SegmentsProps<Value>) {
  const choose = (chosen: string): void => {
    // Empty when the one that is set is pressed again: one stays set.
    const choice = choices.find((each) => each.value === chosen);
    if (choice !== undefined) onChange(choice.value);
  };
  return (
    <ToggleGroup.Root type="single" className="two-way" aria-label={label} value={value} onValueChange={choose}>
      {choices.map((choice) => (
        <ToggleGroup.Item key={choice.value} value={choice.value} className="two-way-item">
          {choice.text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
