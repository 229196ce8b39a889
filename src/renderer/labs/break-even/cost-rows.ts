/** The costs of a machine as rows: for the table, and for what is exported. */
import type { Costs } from '../../../shared/break-even/costs';
import { formatBytes, formatFactor } from '../../../shared/format';
import { msText } from './break-even-words';

export interface CostRow {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly unit: 'ms' | '';
  readonly kind: 'measured' | 'derived';
  readonly method: string;
}

export function costRows(costs: Costs): readonly CostRow[] {
  return [...startRows(costs), ...dispatchRows(costs), ...computeRows(costs), ...bytesRows(costs)];
}

const row = (id: string, label: string, ms: number, kind: CostRow['kind'], method: string): CostRow => ({
  id,
  label,
  text: msText(ms),
  value: ms,
  unit: 'ms',
  kind,
  method,
});

function startRows({ boot, warmMs }: Costs): CostRow[] {
  const boots = boot.map(({ workers, ms }) =>
    row(
      `boot_${workers}`,
      `${workers} ${workers === 1 ? 'worker' : 'workers'} started`,
      ms,
      'measured',
      'From the start of the first process until all were ready, side by side.',
    ),
  );
  const warm = 'Of a plain loop, what its first tasks took longer than the others; the middle one of three sizes.';
  return [...boots, row('warm', 'A fresh process warms up', warmMs, 'derived', warm)];
}

function dispatchRows({ callMs, flow, loopTaskMs }: Costs): CostRow[] {
  const short = flow.one.chunkMs + flow.one.taskMs;
  return [
    row(
      'call',
      'One call, awaited',
      callMs,
      'measured',
      'apply with nothing to do, one call after the other, one worker.',
    ),
    row('chunk', 'A task in a row of many', short, 'measured', 'map with nothing to do and chunks of one, one worker.'),
    row(
      'task',
      'One more task in a chunk',
      flow.one.taskMs,
      'derived',
      'The difference between chunks of 64 and chunks of one.',
    ),
    row(
      'loop',
      'A task of the plain loop',
      loopTaskMs,
      'derived',
      'A loop with nothing to do: its time less that of the tasks.',
    ),
  ];
}

function computeRows({ compute }: Costs): CostRow[] {
  return compute
    .filter(({ workers }) => workers > 1)
    .map(({ workers, slow }) => ({
      id: `slow_${workers}`,
      label: `${workers} compute at once`,
      text: `${formatFactor(slow)} the time`,
      value: slow,
      unit: '',
      kind: 'derived',
      method: 'How much longer a task ran than with one worker; beyond the number of cores each has its share of them.',
    }));
}

function bytesRows({ there, back }: Costs): CostRow[] {
  const method = 'What a task with nothing to do took longer with so many bytes, one worker, from end to end.';
  return there.slice(1).flatMap(({ bytes, oneMs }) => {
    const size = formatBytes(bytes);
    const way = back.find((point) => point.bytes === bytes)?.oneMs ?? Number.NaN;
    return [
      row(`there_${bytes}`, `${size} to a worker`, oneMs, 'derived', method),
      row(`back_${bytes}`, `${size} back`, way, 'derived', method),
    ];
  });
}
