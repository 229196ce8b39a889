/** Policy `break`: one death ends a pool, so there are as many pools as kills. */
import type { StressCase } from '../stress-case';
import { collected, hunted, LIMIT_MS, nap, naps, SEED } from './hunted';

const TASKS = 400;

export const breakCase: StressCase = {
  name: 'break',
  sentence: 'break: completed and failed are all that was submitted',
  limitMs: LIMIT_MS,
  run: async (lab) => {
    const pools = lab.sized(5, 50);
    const sum = { kills: 0, answers: 0, completed: 0, failed: 0, endedOtherThanOnce: 0, broken: 0, refused: 0 };
    for (let round = 0; round < pools; round++) {
      const prey = hunted(lab, 'break', { tasks: TASKS, kills: 1, seed: SEED + round });
      const { pool, injector } = prey;
      const answers = await collected(pool.imapUnordered(nap, naps(TASKS)));
      try {
        pool.mapAsync(nap, naps(1));
      } catch (error) {
        if ((error as Error).name === 'BrokenProcessPool') sum.refused++;
      }
      await pool.terminate();
      sum.kills += injector.hits;
      sum.answers += answers.length;
      const completed = answers.filter(({ result }) => result.ok).length;
      sum.completed += completed;
      sum.failed += answers.filter(({ result }) => !result.ok && result.error.name === 'BrokenProcessPool').length;
      if (completed < answers.length) sum.broken++;
      sum.endedOtherThanOnce += prey.endedOtherThanOnce();
    }
    const submitted = pools * TASKS;
    lab.claim('kills', sum.kills, pools);
    lab.claim('answers, and other than one', [sum.answers, sum.endedOtherThanOnce], [submitted, 0]);
    lab.claim('completed and failed', sum.completed + sum.failed, submitted);
    lab.claim('something failed', sum.failed > 0, true);
    lab.claim('pools that refuse the next call', sum.refused, sum.broken);
    lab.note(`${pools} pools of ${TASKS} tasks, a kill each, ${sum.broken} broke, ${sum.failed} tasks failed`);
  },
};
