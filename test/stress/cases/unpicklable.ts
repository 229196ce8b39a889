/** 10,000 results that no pickle can carry. */
import { calls, makePool, own, range } from '../make-pool';
import type { StressCase } from '../stress-case';

export const unpicklableCase: StressCase = {
  name: 'unpicklable',
  sentence: 'a result that cannot be pickled, again and again: each task fails, no worker does',
  limitMs: [30_000, 60_000],
  run: async (lab) => {
    const tasks = lab.sized(1000, 10_000);
    const pool = makePool(lab);
    let errors = 0;
    for await (const { position, result } of pool.imap(calls('unpicklable-result', { every: 1 }), range(tasks))) {
      if (position === errors && !result.ok && result.error.name === 'MaybeEncodingError') errors++;
    }
    lab.claim('errors, each at its position', errors, tasks);
    lab.claim('the next call', await pool.map(own(lab, 'echo'), ['a', 'b']), ['a', 'b']);
    await pool.terminate();
    lab.claim('workers', pool.workers.length, 2);
    lab.note(`${tasks} results`);
  },
};
