/** The runs on the map as a table to save: where each stands, what was predicted, what was measured. */
import { LAB_TITLES } from '../../../shared/labs';
import { parseScenario } from '../../../shared/parse-scenario';
import type { BreakEvenState } from '../../store/break-even';
import type { LabResults, ResultColumn } from '../results/lab-results';

const column = (id: string, label: string, unit: string, kind: ResultColumn['kind'], method: string): ResultColumn => ({
  id,
  label,
  unit,
  kind,
  method,
});

const COLUMNS: readonly ResultColumn[] = [
  column('run', 'Run', '', 'given', 'The title of the run.'),
  column('workers', 'Workers', '', 'given', 'Processes of the pool.'),
  column('tasks', 'Tasks', 'tasks', 'given', 'Tasks of the call.'),
  column('chunksize', 'Chunk size', 'tasks', 'given', 'Items per chunk.'),
  column(
    'task_ms',
    'Work of a task',
    'ms',
    'measured',
    'Median in the plain loop; without a loop, the mean in the workers.',
  ),
  column(
    'argument_bytes',
    'Payload',
    'bytes',
    'measured',
    'Beside a plain loop what was asked for, else the mean pickle of an argument.',
  ),
  column('pool_ms', 'Pool', 'ms', 'measured', 'From the call to its return, on the monotonic clock of the machine.'),
  column('boot_ms', 'Boot', 'ms', 'measured', 'From the start of the first worker until the call.'),
  column('boot_counted', 'Boot counted', '', 'given', 'Whether the speed-up has the boot in it: 1 or 0.'),
  column(
    'loop_ms',
    'Plain loop',
    'ms',
    'measured',
    'The same tasks one after the other, without a pool; empty: none was run.',
  ),
  column(
    'speedup',
    'Speed-up',
    '',
    'derived',
    'Plain loop over pool; without a loop, the sum of all runs over the pool.',
  ),
  column(
    'predicted',
    'Predicted',
    '',
    'derived',
    'What the model said before the run, from the costs of this machine; empty: it was not asked.',
  ),
];

/** @returns null before there is a dot */
export function breakEvenResults({ dots, controls }: Pick<BreakEvenState, 'dots' | 'controls'>): LabResults | null {
  if (dots.length === 0) return null;
  const rows = dots.map((dot) => [
    dot.title,
    dot.workers,
    dot.tasks,
    dot.chunksize,
    dot.taskMs,
    dot.bytes,
    dot.poolMs,
    dot.bootMs,
    dot.countBoot ? 1 : 0,
    dot.loopMs,
    dot.speedup,
    dot.predicted,
  ]);
  const lab = { name: 'break-even', ...controls } as const;
  // Each run has its own set-up in its row; the lab has that of the next one.
  const scenario = parseScenario({ version: 1, name: LAB_TITLES[lab.name], workload: { name: 'sum-of-squares' }, lab });
  return { lab: lab.name, scenario, columns: COLUMNS, rows };
}
