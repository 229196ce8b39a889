/** What is said where the caller was busy, or a message was on its way. */
import { formatBytes } from '../../../shared/format';
import { nanos } from '../../../shared/units';
import type { Evidence } from '../../store/view';
import { NO_ROW } from '../row-cursor';
import type { GapContext } from './gap-context';
import { heaviest } from './heaviest';
import { bytesOf, count, tasksOf, who } from './words';

/** Where a clause has this, it is told there how long that was, and how long the gap is if that is longer. */
export const FOR = '{for}';

/** A clause without its full stop, and what proves it. */
export interface Said {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** Of a chunk or of several, the one that takes more than this part of the time is named. */
const STANDS_OUT = 0.5;

export function sayPicklingOwn({ facts, columns, next, nextEnd, taken, sent, extent, index }: GapContext): Said {
  const end = Math.min(sent, extent.endNs);
  const { spans } = heaviest(index.caller.dumps, index.caller.dumpedRows, { from: taken, to: end });
  const [longest] = spans;
  const evidence: Evidence[] = [{ worker: null, startNs: nanos(taken), endNs: nanos(end) }];
  if (longest !== undefined && nextEnd - next > 1 && longest.ns > (end - taken) * STANDS_OUT) {
    const one = `task ${columns.task[longest.row]}, ${formatBytes(columns.argsBytes[longest.row] ?? 0)}`;
    return { text: `the caller was busy pickling its next chunk, above all ${one}, ${FOR}`, evidence };
  }
  const what = `${tasksOf(facts, next, nextEnd)}, ${bytesOf(columns.argsBytes, next, nextEnd)}`;
  return { text: `the caller was busy pickling ${what}, ${FOR}`, evidence };
}

export function sayPicklingOther(context: GapContext, ns: number): Said {
  const { facts, columns, index, next, nextEnd } = context;
  const own = (row: number): boolean => row >= next && row < nextEnd;
  const { spans, count: many } = heaviest(index.caller.dumps, index.caller.dumpedRows, stretch(context), own);
  const [longest] = spans;
  if (longest === undefined) return { text: `the caller was busy pickling ${FOR}`, evidence: [] };
  const one = `task ${columns.task[longest.row]}, ${formatBytes(columns.argsBytes[longest.row] ?? 0)}`;
  const whose = columns.worker[longest.row] ?? 0;
  const forWhom = whose === context.gap.worker ? '' : `, for ${who(facts, whose)}`;
  const text =
    many === 1
      ? `the caller was busy pickling ${one}${forWhom}, ${FOR}`
      : longest.ns > ns * STANDS_OUT
        ? `the caller was busy pickling the arguments of ${count(many, 'other task')}, above all ${one}, ${FOR}`
        : `the caller was busy pickling the arguments of ${count(many, 'other task')}, ${FOR}`;
  return { text, evidence: spans };
}

export function sayUnpickling(context: GapContext, ns: number): Said {
  const { columns, index } = context;
  const { spans, count: many } = heaviest(index.caller.loads, index.caller.loadedRows, stretch(context));
  const [longest] = spans;
  if (longest === undefined) return { text: `the caller was busy unpickling ${FOR}`, evidence: [] };
  const one = `task ${columns.task[longest.row]}, ${formatBytes(columns.resultBytes[longest.row] ?? 0)}`;
  const text =
    many === 1
      ? `the caller was busy unpickling the result of ${one}, ${FOR}`
      : longest.ns > ns * STANDS_OUT
        ? `the caller was busy unpickling ${count(many, 'result')}, above all that of ${one}, ${FOR}`
        : `the caller was busy unpickling ${count(many, 'result')}, ${FOR}`;
  return { text, evidence: spans };
}

export function sayArgsFlight(context: GapContext): Said {
  const { facts, columns, next, nextEnd } = context;
  const tasks = tasksOf(facts, next, nextEnd);
  const bytes = bytesOf(columns.argsBytes, next, nextEnd);
  const what =
    nextEnd - next === 1
      ? `the argument of ${tasks}, ${bytes}, was`
      : `the arguments of ${tasks}, ${bytes} together, were`;
  return { text: `${what} in flight ${FOR}`, evidence: [argsInFlight(context)] };
}

export function sayResultFlight(context: GapContext): Said {
  const { columns, before, next } = context;
  const bytes = formatBytes(columns.resultBytes[before] ?? 0);
  const then = next === NO_ROW ? '' : ', and only then the worker got its next chunk';
  const text = `the result of task ${columns.task[before] ?? 0}, ${bytes}, was in flight ${FOR}${then}`;
  return { text, evidence: [resultInFlight(context)] };
}

/** Result and next chunk are small: what is waited for is the way there and back. */
export function sayRoundTrip(context: GapContext): Said {
  const { columns, before } = context;
  const text = `with nothing else in its pipe, the worker waited for the result of task ${columns.task[before] ?? 0} to reach the caller and the next chunk to come back, a round trip, ${FOR}`;
  return { text, evidence: [resultInFlight(context), argsInFlight(context)] };
}

function argsInFlight({ gap, sent, received, extent }: GapContext): Evidence {
  const end = Math.min(received, extent.endNs);
  return { worker: gap.worker, startNs: nanos(Math.min(sent, end)), endNs: nanos(end) };
}

function resultInFlight({ gap, columns, before, back, extent }: GapContext): Evidence {
  const end = Math.min(back, extent.endNs);
  const sent = columns.resultSent[before] || gap.startNs;
  return { worker: gap.worker, startNs: nanos(Math.min(sent, end)), endNs: nanos(end) };
}

/** While the worker waited for its turn, and for small arguments until they had left. */
function stretch({ gap, received }: GapContext): { readonly from: number; readonly to: number } {
  return { from: gap.startNs, to: Math.min(gap.endNs, received) };
}
