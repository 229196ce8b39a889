/** The timeline bench's own options. */
import { Command, InvalidArgumentError } from 'commander';
import { type PartName, parts } from './parts';

export interface TimelineOptions {
  /** Which parts are measured. */
  readonly only: readonly PartName[];
  /** How long each gesture goes on. */
  readonly gestureMs: number;
}

/** @throws CommanderError, with one sentence, for what is not an option */
export function parseTimelineOptions(args: readonly string[]): TimelineOptions {
  const names = parts.map(({ name }) => name);
  const command = new Command('bench:timeline')
    .description(
      'Measures the timeline in the real window, and speedscope beside it; writes bench/timeline-results.json.',
    )
    .option('--only <names>', `some of: ${names.join(', ')}`, (text) => {
      const chosen = text.split(',');
      const unknown = chosen.find((name) => !names.some((known) => known === name));
      if (unknown !== undefined) throw new InvalidArgumentError(`expected some of: ${names.join(', ')}.`);
      return names.filter((name) => chosen.includes(name));
    })
    .option('--seconds <n>', 'how long each gesture goes on', wholeNumber, 4)
    .exitOverride()
    .parse(args, { from: 'user' });
  const { only, seconds } = command.opts<{ only?: PartName[]; seconds: number }>();
  return { only: only ?? names, gestureMs: seconds * 1000 };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('expected a whole number from 1 to 99.');
  return Number(text);
}
