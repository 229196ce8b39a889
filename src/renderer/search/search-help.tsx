/** What can be searched for, with examples to click. */
import { CircleQuestionMark } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { filterStore } from '../store/filter';
import { IconButton } from '../ui/button';
import { focusSearch } from './focus-search';

const EXAMPLES: readonly (readonly [words: string, ...examples: string[]])[] = [
  ['a task, or several', '17', '10-20', '3,5,8'],
  ['a process, slot or chunk', 'pid:4711', 'slot:0', 'chunk:5'],
  ['how it ended', 'failed', 'lost', 'pending', 'attempt>1'],
  ['what the error says', 'error:ValueError', '"by zero"'],
  ['how long a phase took', 'run>10ms', 'dumps>1ms', 'run:10ms-20ms'],
  ['there or back alone', 'dumps-args>1ms', 'flight-result>1ms'],
  ['how large it is', 'args>1MB', 'result<4KB', 'bytes>=64KB'],
  ['when it was worked on', 'at:1.2s-1.5s', 'at>2s'],
  ['what it is in now', 'in:run', 'in:flight'],
  ['all of it together', 'run>10ms -failed', 'failed or lost', 'not (chunk:5 or chunk:6)'],
];

export function SearchHelp() {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(false);

  function use(example: string): void {
    filterStore.setText(example);
    setChosen(true);
    setOpen(false);
  }

  return (
    <Popover.Root
      open={open}
      onOpenChange={(opens) => {
        setChosen(false);
        setOpen(opens);
      }}
    >
      <Popover.Trigger asChild>
        <IconButton label="How to search" className="search-help-button">
          <CircleQuestionMark size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="search-help"
          aria-label="How to search"
          sideOffset={4}
          collisionPadding={8}
          align="end"
          onCloseAutoFocus={(event) => {
            if (!chosen) return;
            event.preventDefault();
            focusSearch();
          }}
        >
          <p>
            Terms side by side must all hold. <code>or</code> joins alternatives, <code>-</code> or <code>not</code>{' '}
            turns a term round.
          </p>
          <dl>
            {EXAMPLES.map(([words, ...examples]) => (
              <div key={words}>
                <dt>{words}</dt>
                <dd>
                  {examples.map((example) => (
                    <button key={example} type="button" className="search-example" onClick={() => use(example)}>
                      {example}
                    </button>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <p className="search-help-note">
            Times in ns, µs (us), ms, s, min; sizes in B, KB, MB, GB. What is not known yet lies in no range. Errors are
            known by name when the run has ended.
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
