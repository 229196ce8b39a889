/** The timeline bench from beginning to end. A target that is not met is told, and is no failure. */
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { machine } from '../machine';
import { measurePart, type Place } from './measure-part';
import { parseTimelineOptions, type TimelineOptions } from './options';
import { parts } from './parts';
import { writeTimelineResults } from './results';
import { partText } from './table';

/** A load from which on other work is in the way. */
const BUSY = 1;

/** @returns exit status */
export async function benchTimeline(place: Place, args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'number') return options;
  const measuredOn = machine();
  if (measuredOn.loadBefore > BUSY) {
    console.log(`The machine is busy with other work (load ${measuredOn.loadBefore}): frames take longer.\n`);
  }
  const results = [];
  for (const part of parts.filter(({ name }) => options.only.includes(name))) {
    const result = await measurePart(part, place, options.gestureMs);
    console.log(`${partText(result)}\n`);
    results.push(result);
  }
  const date = new Date().toISOString().slice(0, 10);
  const path = join(place.root, 'bench', 'timeline-results.json');
  await writeTimelineResults(path, { version: 1, date, machine: measuredOn, parts: results });
  console.log('Written to bench/timeline-results.json.');
  return 0;
}

/** @returns an exit status where there is nothing to measure; the reason has been said */
function optionsOf(args: readonly string[]): TimelineOptions | number {
  try {
    return parseTimelineOptions(args);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
