/** The table of the four worlds: what makes a contestant, how long it took, and what it took of the machine. */
import { median } from 'd3';
import { mostAtOnce } from '../../derive/most-at-once';
import type { Heat } from '../../derive/race/heat';
import type { RaceColumn } from '../race/race-results';
import type { Contestant, RaceState } from '../race/race-store';
import type { WorldContestant } from './world-contestants';
import { WORK_WORDS, WORLD_WORDS } from './world-words';

const MACHINE =
  'Of processes: each one’s, from the operating system. Of threads and loops: of the whole main process, as the system counts its threads together.';

/** @param state whose heats in the plain loop the others are compared with */
export function worldColumns(state: Pick<RaceState, 'contestants' | 'heats'>): readonly RaceColumn[] {
  return [
    given('work', 'Work', '', 'What each task does.', ({ work }) => WORK_WORDS[work]),
    given('world', 'World', '', 'Where the tasks run.', ({ world }) => WORLD_WORDS[world]),
    given('at_once_most', 'Workers', 'tasks', 'Workers; with async tasks in flight at most.', ({ scenario }) =>
      scenario.engine === 'serial' ? 1 : scenario.pool.processes,
    ),
    {
      id: 'wall_ms',
      label: 'Wall',
      unit: 'ms',
      kind: 'measured',
      method: 'From the call to its return, on the monotonic clock. Start-up comes before.',
      value: (_, { lengthNs }) => lengthNs / 1e6,
    },
    {
      id: 'over_loop',
      label: 'Over the loop',
      unit: '',
      kind: 'derived',
      method:
        'Median wall time of the plain loop with the same work, over wall time. Empty where the plain loop was not run.',
      value: (contestant, heat) => loopNs(state, contestant) / heat.lengthNs,
    },
    {
      id: 'at_once',
      label: 'At once',
      unit: 'tasks',
      kind: 'derived',
      method: 'The greatest number of tasks that had begun and not ended at one moment.',
      value: (_, heat) => atOnce(heat),
    },
    {
      id: 'cores',
      label: 'Cores used',
      unit: 'cores',
      kind: 'measured',
      method: `Processor time from the call to its return, over wall time. ${MACHINE}`,
      value: (_, { summary }) => (summary?.usage?.cpuMs ?? Number.NaN) / (summary?.wallMs ?? Number.NaN),
    },
    {
      id: 'loop_ms',
      label: 'Loop at work',
      unit: 'ms',
      kind: 'measured',
      method: 'Async: how long the event loop was at work, and not waiting for something to happen, as Node counts it.',
      value: (_, { summary }) => summary?.usage?.loopMs ?? Number.NaN,
    },
    {
      id: 'memory_bytes',
      label: 'Memory',
      unit: 'bytes',
      kind: 'measured',
      method:
        'Of processes: resident memory of all when the call had returned, pages that they share counted in each. Of threads and loops: their JavaScript heaps, as each told at its end.',
      value: (_, { summary }) => summary?.usage?.memoryBytes ?? Number.NaN,
    },
    {
      id: 'start_up_ms',
      label: 'Start-up',
      unit: 'ms',
      kind: 'measured',
      method: 'From the start of the first worker until the call could be made.',
      value: (_, { bootNs }) => bootNs / 1e6,
    },
  ];
}

/** A heat never changes, and the table is made anew after each: what it comes to is computed once. */
const known = new WeakMap<Heat, number>();

function atOnce(heat: Heat): number {
  const most = known.get(heat) ?? mostAtOnce(heat.rows.begin, heat.rows.end);
  known.set(heat, most);
  return most;
}

function given(
  id: string,
  label: string,
  unit: string,
  method: string,
  value: (contestant: WorldContestant) => string | number,
): RaceColumn {
  return { id, label, unit, kind: 'given', method, value: (contestant) => value(contestant as WorldContestant) };
}

/** NaN: there is no heat of it. */
function loopNs({ contestants, heats }: Pick<RaceState, 'contestants' | 'heats'>, of: Contestant): number {
  const { work } = of as WorldContestant;
  const at = contestants.findIndex((one) => one.scenario.engine === 'serial' && (one as WorldContestant).work === work);
  const ended = (heats[at] ?? []).filter(({ status }: Heat) => status === 'completed');
  return median(ended, ({ lengthNs }) => lengthNs) ?? Number.NaN;
}
