/** A task in words, for whoever cannot see the timeline, and the words that tooltip and inspector share. */

import { formatDuration } from '../../shared/format';
import { PHASE_LABELS } from '../../shared/phases';
import type { Outcome } from '../../shared/telemetry';
import type { TaskFacts } from '../derive/task-facts';

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  pending: 'under way',
  completed: 'completed',
  failed: 'failed',
  lost: 'lost with its worker',
  cancelled: 'cancelled',
};

export function describeTask(task: TaskFacts): string {
  const phases = task.phases
    .filter(({ nanos }) => !Number.isNaN(nanos))
    .map(({ phase, nanos }) => `${PHASE_LABELS[phase]} ${formatDuration(nanos)}`);
  const attempt = task.attempt > 1 ? `, attempt ${task.attempt}` : '';
  const where = task.pid === null ? `worker ${task.worker}` : `process ${task.pid}`;
  return `Task ${task.task}${attempt}, ${where}, ${OUTCOME_WORDS[task.outcome]}. ${phases.join(', ')}.`;
}
