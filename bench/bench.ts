/** The bench from beginning to end. It judges nobody: a target that is not met is told, and is no failure. */
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { machine } from './machine';
import { measureRow } from './measure-row';
import { parseOptions } from './options';
import { type RowResult, writeResults } from './results';
import { rows } from './rows/registry';
import { Sides } from './sides';
import { rowText } from './table';

/** The whole bench takes no longer than this, and a little for the round that is under way. */
const LONGEST_MS = 4.5 * 60_000;

/** A load from which on other work is in the way. */
const BUSY = 1;

/**
 * @param root folder of the project
 * @param built folder with the built bench
 * @returns exit status
 */
export async function bench(root: string, built: string, args: readonly string[]): Promise<number> {
  const until = Date.now() + LONGEST_MS;
  const options = optionsOf(args);
  if (typeof options === 'number') return options;
  const chosen = rows.filter(({ name }) => options.only === undefined || name === options.only);
  const measuredOn = machine();
  if (measuredOn.loadBefore > BUSY) {
    console.log(`The machine is busy with other work (load ${measuredOn.loadBefore}): expect wide spreads.\n`);
  }
  const sides = new Sides(built, root);
  const interrupted = (): void => void sides.end().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const results: RowResult[] = [];
    for (const [index, row] of chosen.entries()) {
      const share = (until - Date.now()) / (chosen.length - index);
      const result = await measureRow(row, sides, options.runs * (row.roundsEach ?? 1), Date.now() + share);
      console.log(`${rowText(result)}\n`);
      results.push(result);
    }
    if (options.only === undefined) {
      const date = new Date().toISOString().slice(0, 10);
      const versions = await sides.versions();
      await writeResults(join(root, 'bench', 'results.json'), {
        version: 1,
        date,
        machine: measuredOn,
        versions,
        rows: results,
      });
      console.log('Written to bench/results.json.');
    }
  } finally {
    await sides.end();
  }
  return 0;
}

/** @returns an exit status where there is nothing to measure; the reason has been said */
function optionsOf(args: readonly string[]): ReturnType<typeof parseOptions> | number {
  try {
    return parseOptions(
      args,
      rows.map(({ name }) => name),
    );
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
