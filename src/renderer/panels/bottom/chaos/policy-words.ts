/** What each policy did with the tasks of dead workers, in one sentence. */
import type { ChaosRow } from '../../../../shared/chaos';
import { formatCount } from '../../../../shared/format';

const tasks = (count: number): string => `${formatCount(count)} ${count === 1 ? 'task' : 'tasks'}`;

export function policySentence({ policy, state, figures }: ChaosRow): string {
  if (state === 'waiting') return 'Waits for its turn.';
  if (state === 'running') return 'Running: see the timeline.';
  if (figures === null) return 'Left out.';
  if (policy === null) return 'What the others are compared with.';
  const { failed, lost, repeated, faults } = figures;
  if (faults === 0) return 'The run ended before a fault was due.';
  const hits = `${formatCount(faults)} ${faults === 1 ? 'fault' : 'faults'}`;
  switch (policy) {
    case 'retry':
      if (repeated === 0) return 'The dead workers had no task: nothing was repeated.';
      return failed === 0
        ? `${hits}: ${tasks(repeated)} began again; every result arrived once.`
        : `${hits}: ${tasks(repeated)} began again, ${tasks(failed)} ran out of retries.`;
    case 'fail':
      return failed === 0 ? 'The dead workers had no task.' : `${hits}: ${tasks(failed)} failed, the run went on.`;
    case 'break':
      return failed === 0
        ? 'The dead workers had no task.'
        : `The first death broke the pool: ${tasks(failed)} failed.`;
    case 'lose':
      return lost === 0
        ? 'The dead workers had no task.'
        : `${hits}: ${tasks(lost)} lost. Python's Pool would wait for ever.`;
  }
}
