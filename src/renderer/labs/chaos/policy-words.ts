/** What each policy did with the tasks of dead workers, in one sentence. Says no more than what was counted. */
import type { ChaosFigures, ChaosRow } from '../../../shared/chaos';
import { formatCount } from '../../../shared/format';

const tasks = (count: number): string => `${formatCount(count)} ${count === 1 ? 'task' : 'tasks'}`;

export function policySentence({ policy, state, figures }: ChaosRow): string {
  if (state === 'waiting') return 'Waits for its turn.';
  if (state === 'running') return 'Running; the timeline shows it.';
  if (figures === null) return 'Left out.';
  if (policy === null) return 'What the others are compared with.';
  const { repeated, faults, lostToDeaths } = figures;
  if (faults === 0) return 'The run ended before a fault was due.';
  if (repeated === 0 && lostToDeaths === 0) return 'The dead workers had no task.';
  const hits = `${formatCount(faults)} ${faults === 1 ? 'fault' : 'faults'}`;
  switch (policy) {
    case 'retry':
      return `${hits}: ${tasks(repeated)} began again, ${afterRetries(figures)}.`;
    case 'fail':
      return `${hits}: ${tasks(lostToDeaths)} failed, the run went on.`;
    case 'break':
      return `The first death broke the pool: ${tasks(lostToDeaths)} failed.`;
    case 'lose':
      return `${hits}: ${tasks(lostToDeaths)} lost. Python's Pool would wait for ever.`;
  }
}

function afterRetries({ submitted, delivered, lostToDeaths }: ChaosFigures): string {
  if (lostToDeaths > 0) return `${tasks(lostToDeaths)} ran out of retries`;
  return delivered === submitted ? 'every result arrived once' : 'none was lost to a fault';
}
