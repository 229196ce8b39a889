/** What the faults came to under each policy, as a table to save. */
import type { ChaosState } from '../../store/chaos';
import type { LabResults, ResultColumn } from '../results/lab-results';

const counted = (id: string, label: string, method: string): ResultColumn => {
  return { id, label, unit: 'tasks', kind: 'measured', method };
};

const COLUMNS: readonly ResultColumn[] = [
  {
    id: 'policy',
    label: 'Policy',
    unit: '',
    kind: 'given',
    method: 'What becomes of a task whose worker died; "no faults" is what the others are compared with.',
  },
  counted('submitted', 'Submitted', 'Tasks of the call.'),
  counted('delivered', 'Delivered', 'Results that reached the caller.'),
  counted('failed', 'Failed', 'Tasks that ended with an error.'),
  counted('lost', 'Lost', 'Tasks that nobody heard of again.'),
  counted('repeated', 'Repeated', 'Runs of tasks that began again because their worker died.'),
  {
    id: 'faults',
    label: 'Faults',
    unit: 'workers',
    kind: 'measured',
    method: 'Workers that were hit; a run may end before all faults were due.',
  },
  {
    id: 'wall_ms',
    label: 'Wall',
    unit: 'ms',
    kind: 'measured',
    method: 'From the call to its last result, on the monotonic clock of the machine.',
  },
  {
    id: 'time_lost_ms',
    label: 'Time lost',
    unit: 'ms',
    kind: 'derived',
    method: 'Wall less that of the run without faults.',
  },
];

/** @returns null before a run of the bench has ended */
export function chaosResults({ progress, scenario }: Pick<ChaosState, 'progress' | 'scenario'>): LabResults | null {
  const ended = (progress?.rows ?? []).flatMap(({ policy, figures }) => (figures === null ? [] : { policy, figures }));
  if (ended.length === 0) return null;
  const baseline = ended.find(({ policy }) => policy === null)?.figures.wallMs ?? Number.NaN;
  const rows = ended.map(({ policy, figures }) => [
    policy ?? 'no faults',
    figures.submitted,
    figures.delivered,
    figures.failed,
    figures.lost,
    figures.repeated,
    figures.faults,
    figures.wallMs,
    policy === null ? null : figures.wallMs - baseline,
  ]);
  return { lab: 'chaos', scenario, columns: COLUMNS, rows };
}
