/** A million tasks over a generator, without telemetry: main holds no more at the end than near the beginning. */
import { calls, makePool } from '../make-pool';
import { heldMb } from '../measure';
import type { StressCase } from '../stress-case';

/** Eight bytes kept for each of a million tasks would be twice as much. */
const MOST_GROWTH_MB = 4;

function* numbers(count: number): Generator<number> {
  for (let n = 0; n < count; n++) yield n % 10;
}

export const flatMemoryCase: StressCase = {
  name: 'flat-memory',
  sentence: 'a million tasks through imap: the memory of main stays flat',
  limitMs: [60_000, 180_000],
  run: async (lab) => {
    const tasks = lab.sized(60_000, 1_000_000);
    const pool = makePool(lab);
    let sum = 0;
    let early = 0;
    for await (const { position, result } of pool.imap(calls('sum-of-squares'), numbers(tasks))) {
      if (result.ok) sum += Number(result.value);
      if (position === tasks / 10) early = heldMb();
    }
    const growth = heldMb() - early;
    await pool.terminate();
    // Sums of squares below n, for n from 0 to 9: 0, 0, 1, 5, 14, 30, 55, 91, 140, 204.
    lab.claim('sum of the results', sum, (tasks / 10) * 540);
    lab.atMost('growth over the last nine tenths, in MB', Number(growth.toFixed(2)), MOST_GROWTH_MB);
    lab.note(`${tasks} tasks, ${growth >= 0 ? '+' : ''}${growth.toFixed(2)} MB`);
  },
};
