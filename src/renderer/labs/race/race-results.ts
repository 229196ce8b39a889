/** What a race came to, as a table: a row for each heat, with what makes its contestant. */
import type { LabName } from '../../../shared/labs';
import type { Heat } from '../../derive/race/heat';
import { type DeliveryOrder, type HeatFigures, heatFigures } from '../../derive/race/heat-figures';
import type { LabResults, ResultCell, ResultColumn, ResultKind } from '../results/lab-results';
import type { Contestant, RaceState } from './race-store';

/** A column that a lab adds: what its contestants are, or what else it knows of a heat. */
export interface RaceColumn extends ResultColumn {
  value(contestant: Contestant, heat: Heat): ResultCell;
}

const ms = (ns: number): number => ns / 1e6;

function column(
  id: string,
  label: string,
  unit: string,
  kind: ResultKind,
  method: string,
  value: (figures: HeatFigures) => number,
): RaceColumn {
  return { id, label, unit, kind, method, value: (_, heat) => value(heatFigures(heat)) };
}

const ORDER_WORDS: Readonly<Record<DeliveryOrder, string>> = {
  input: 'input order',
  completion: 'completion order',
  both: 'both orders',
  another: 'another order',
};

/** Figures that heats of any race have. */
export const HEAT_COLUMNS: readonly RaceColumn[] = [
  column(
    'wall_ms',
    'Wall',
    'ms',
    'measured',
    'From the call to its return, on the monotonic clock. Booting the workers comes before.',
    ({ wallNs }) => ms(wallNs),
  ),
  column(
    'first_result_ms',
    'First result',
    'ms',
    'measured',
    'From the call until the caller had the first result; with apply_async until the first callback.',
    ({ firstNs }) => ms(firstNs),
  ),
  column(
    'complete_by_first',
    'Complete by then',
    'tasks',
    'measured',
    'Other tasks that were complete before the caller had the first result, and were not given with it.',
    ({ completeByFirst }) => completeByFirst,
  ),
  column(
    'held',
    'Held',
    'tasks',
    'derived',
    'Tasks that were complete, and were given to the caller only after one of another chunk that completed later.',
    ({ held }) => held,
  ),
  column(
    'longest_wait_ms',
    'Longest wait',
    'ms',
    'derived',
    'The longest time from complete to given to the caller, of all tasks.',
    ({ longestWaitNs }) => ms(longestWaitNs),
  ),
  column(
    'mean_wait_ms',
    'Mean wait',
    'ms',
    'derived',
    'The mean time from complete to given to the caller, of all tasks.',
    ({ meanWaitNs }) => ms(meanWaitNs),
  ),
  column(
    'out_of_order',
    'Out of order',
    'tasks',
    'measured',
    'Results that the caller got after one that stands later in the input.',
    ({ outOfOrder }) => outOfOrder,
  ),
  column(
    'speedup',
    'Speed-up',
    '',
    'derived',
    'The sum of all runs over wall time. Where more workers compute than there are cores it is too high.',
    ({ speedup }) => speedup,
  ),
  {
    id: 'delivered_in',
    label: 'Delivered in',
    unit: '',
    kind: 'measured',
    method:
      'The order of the results as the caller had them, against the input and against the order in which they completed.',
    value: (_, heat) => {
      const { order } = heatFigures(heat);
      return order === null ? null : ORDER_WORDS[order];
    },
  },
];

const ROUND: ResultColumn = {
  id: 'round',
  label: 'Round',
  unit: '',
  kind: 'given',
  method: 'Each contestant runs once a round.',
};
const STATUS: ResultColumn = { id: 'status', label: 'Ended', unit: '', kind: 'measured', method: 'How the run ended.' };

/** @returns null before the first heat has ended */
export function raceResults(
  lab: LabName,
  { setup, contestants, heats }: RaceState,
  columns: readonly RaceColumn[],
): LabResults | null {
  const rows = contestants.flatMap((contestant, at) =>
    (heats[at] ?? []).map((heat, round) => [
      ...columns.map(({ value }) => known(value(contestant, heat))),
      round + 1,
      heat.status,
    ]),
  );
  if (rows.length === 0) return null;
  const plain = columns.map(({ id, label, unit, kind, method }) => ({ id, label, unit, kind, method }));
  return { lab, scenario: setup, columns: [...plain, ROUND, STATUS], rows };
}

const known = (cell: ResultCell): ResultCell => (typeof cell === 'number' && !Number.isFinite(cell) ? null : cell);
