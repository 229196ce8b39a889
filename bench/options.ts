/** The bench's own options. */
import { Command, InvalidArgumentError } from 'commander';

export interface BenchOptions {
  /** Names of rows; undefined: all. */
  readonly only: string | undefined;
  readonly runs: number;
}

/** @param names of the rows @throws CommanderError, with one sentence, for anything else */
export function parseOptions(args: readonly string[], names: readonly string[]): BenchOptions {
  const command = new Command('bench')
    .description('Measures Poolscope beside Python, other pools and bare Electron; writes bench/results.json.')
    .option('--only <name>', `one row: ${names.join(', ')}`, (name) => {
      if (!names.includes(name)) throw new InvalidArgumentError(`expected one of: ${names.join(', ')}.`);
      return name;
    })
    .option('--runs <n>', 'rounds in each row', wholeNumber, 9)
    .exitOverride()
    .parse(args, { from: 'user' });
  const { only, runs } = command.opts<{ only?: string; runs: number }>();
  return { only, runs };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('expected a whole number from 1 to 999.');
  return Number(text);
}
