/** Measures a row: round after round, every side once in each, so that all of them see the same machine. */
import type { RowResult } from './results';
import type { Row, RowSide } from './rows/row';
import type { Sides } from './sides';
import { verdicts } from './verdict';

interface SideSamples {
  readonly side: RowSide;
  readonly samples: number[];
  skipped: string | null;
}

/**
 * @param rounds how many, after one that only warms up
 * @param until ms since the epoch after which no further round begins
 */
export async function measureRow(row: Row, sides: Sides, rounds: number, until: number): Promise<RowResult> {
  const all = row.sides.map((side): SideSamples => ({ side, samples: [], skipped: null }));
  for (const each of all) await sample(each, sides);
  for (const each of all) each.samples.length = 0;
  let done = 0;
  while (done < rounds && (done === 0 || Date.now() < until)) {
    for (const each of inTurn(all, done)) await sample(each, sides);
    done++;
  }
  await sides.close();
  const measured = Object.fromEntries(all.map(({ side, samples }) => [side.key, samples]));
  return {
    name: row.name,
    title: row.title,
    unit: row.unit,
    rounds: done,
    sides: all.map(({ side: { key, label }, samples, skipped }) => ({ key, label, samples, skipped })),
    verdicts: verdicts(row, measured),
  };
}

/** Each round begins with another side; after all have begun once, backwards: nobody always comes after the same one. */
function inTurn<Item>(items: readonly Item[], round: number): Item[] {
  const first = round % items.length;
  const turned = [...items.slice(first), ...items.slice(0, first)];
  return Math.floor(round / items.length) % 2 === 0 ? turned : turned.reverse();
}

/** A side that fails once is left out of the row: its samples would stand in the wrong rounds. */
async function sample(each: SideSamples, sides: Sides): Promise<void> {
  if (each.skipped !== null) return;
  try {
    const side = await sides.get(each.side.runtime);
    each.samples.push(await side.ask(each.side.request));
  } catch (error) {
    each.skipped = error instanceof Error ? error.message : String(error);
    each.samples.length = 0;
  }
}
