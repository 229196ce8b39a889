/** A choice of one among a few, by name. */
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';

export interface Choice {
  readonly value: string;
  readonly text: string;
  /** One short sentence below it in the list. */
  readonly note?: string | undefined;
}

interface SelectProps {
  readonly id: string;
  /** For a choice without a label of its own. */
  readonly name?: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly disabled?: boolean;
  readonly wrong?: boolean;
  /** Id of the text that explains the choice. */
  readonly describedBy?: string | undefined;
  onChange(value: string): void;
}

export function Select({
  id,
  name,
  value,
  choices,
  disabled = false,
  wrong = false,
  describedBy,
  onChange,
}: SelectProps) {
  return (
    <Radix.Root value={value} onValueChange={onChange} disabled={disabled}>
      <Radix.Trigger
        id={id}
        className="select-trigger"
        aria-label={name}
        aria-describedby={describedBy}
        aria-invalid={wrong}
      >
        <Radix.Value />
        <Radix.Icon>
          <ChevronDown size={16} aria-hidden />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="select-content" position="popper" sideOffset={4} collisionPadding={8}>
          <Radix.Viewport>
            {choices.map((choice) => (
              <Radix.Item key={choice.value} value={choice.value} className="select-item">
                <span className="select-check">
                  <Radix.ItemIndicator>
                    <Check size={16} aria-hidden />
                  </Radix.ItemIndicator>
                </span>
                <span className="select-words">
                  <Radix.ItemText>{choice.text}</Radix.ItemText>
                  {choice.note !== undefined && <span className="select-note">{choice.note}</span>}
                </span>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
