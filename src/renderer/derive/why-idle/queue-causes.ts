/** What is said where no task was to be had: nothing queued, too many drawn already, or the tail of the run. */
import { formatDuration, formatFactor } from '../../../shared/format';
import { nanos } from '../../../shared/units';
import type { Evidence } from '../../store/view';
import { NO_ROW } from '../row-cursor';
import { FOR, type Said } from './caller-causes';
import type { GapContext } from './gap-context';
import { type LastChunk, lastChunkOf, meanChunkNs, tailBegin } from './tail';
import { count, moment, who } from './words';

/** Spans that are outlined at most: more could not be told apart. */
const MOST_EVIDENCE = 6;
/** A last chunk this much longer than the mean is worth saying. */
const LONGER = 1.5;

/** The call was made, and its tasks came later. */
export function sayNotSubmitted({ facts, columns, extent }: GapContext): Said {
  const submitted = columns.submitted[0] || extent.endNs;
  const called = facts.calledAt ?? submitted;
  const text = `nothing was queued yet: the call had been made, and the caller prepared its arguments ${FOR}`;
  return { text, evidence: [{ worker: null, startNs: nanos(Math.min(called, submitted)), endNs: nanos(submitted) }] };
}

export function sayNothingQueued(context: GapContext): Said {
  const { facts, columns, next, submitted } = context;
  const attempt = next === NO_ROW ? 1 : (columns.attempt[next] ?? 1);
  if (attempt > 1 && submitted < context.gap.startNs) {
    const text = `nothing was queued until task ${columns.task[next] ?? 0} came back from a process that had died`;
    return { text, evidence: [] };
  }
  const awaited = awaitedTask(context);
  if (awaited === null) return { text: 'nothing was queued', evidence: [] };
  const task = columns.task[awaited.row] ?? 0;
  const length = formatDuration(awaited.endNs - awaited.startNs);
  const mine = awaited.worker === context.gap.worker;
  const ran = mine ? `task ${task}` : `task ${task}, which ${who(facts, awaited.worker)} was at for ${length}`;
  const { method } = facts.started?.scenario?.call ?? {};
  const text =
    method === 'apply'
      ? `nothing was queued: apply makes its next call only when it has the result of the last one, ${ran}`
      : `nothing was queued: the caller waited for the result of ${ran}`;
  return { text, evidence: [awaited] };
}

export function sayLookAhead(context: GapContext): Said {
  const { facts, columns } = context;
  const { call } = facts.started?.scenario ?? {};
  const awaited = awaitedTask(context);
  const drawn = `${call?.method.replace('-', '_') ?? 'imap'} had drawn its input as far ahead as it may: ${count(call?.lookAhead ?? 0, 'task')} that the caller had not taken yet`;
  if (awaited === null) return { text: `the call ${drawn}`, evidence: [] };
  const task = `task ${columns.task[awaited.row] ?? 0} on ${who(facts, awaited.worker)} was not done`;
  return { text: `the call ${drawn}, above all since ${task}`, evidence: [awaited] };
}

export function sayTail(context: GapContext): Said {
  const { facts, index, gap } = context;
  const others: LastChunk[] = [];
  let tasks = 0;
  const from = Math.max(gap.startNs, tailBegin(facts));
  for (const lane of index.lanes) {
    if (lane === undefined || lane.worker === gap.worker) continue;
    const running = lane.work.length - lane.work.firstEndingAfter(from) + (lane.current() === NO_ROW ? 0 : 1);
    const last = running === 0 ? null : lastChunkOf(facts, index, lane.worker);
    if (last === null) continue;
    tasks += running;
    others.push(last);
  }
  others.sort((a, b) => b.endNs - a.endNs);
  const [longest] = others;
  const taken = `nothing was queued: the last chunk was taken at ${moment(facts, tailBegin(facts))}`;
  if (longest === undefined) return { text: taken, evidence: [] };
  const factor = (longest.endNs - longest.startNs) / meanChunkNs(index);
  const length =
    factor >= LONGER
      ? `, and the last chunk, on ${who(facts, longest.worker)}, was ${formatFactor(factor)} as long as the mean`
      : `, the last of them on ${who(facts, longest.worker)}`;
  const text = `${taken}; the others still ran ${count(tasks, 'task')}${length}`;
  return { text, evidence: others.slice(0, MOST_EVIDENCE) };
}

export function sayReturning(context: GapContext): Said {
  const { facts } = context;
  const text = `every task was done, and the call had not returned yet ${FOR}`;
  const last = lastChunks(context);
  return { text: facts.ended === null ? 'every task that was queued is done' : text, evidence: last };
}

/** The chunk that ended last. */
function lastChunks({ facts, index }: GapContext): Evidence[] {
  let last: LastChunk | null = null;
  for (const lane of index.lanes) {
    const chunk = lane === undefined ? null : lastChunkOf(facts, index, lane.worker);
    if (chunk !== null && chunk.endNs > (last?.endNs ?? 0)) last = chunk;
  }
  return last === null ? [] : [last];
}

/** The task whose result let the caller go on: the last that it had read before the next chunk, or before the gap's end. */
function awaitedTask({ index, columns, gap, submitted, taken, next }: GapContext): LastChunk | null {
  const until = next === NO_ROW ? gap.endNs : Math.min(submitted > gap.startNs ? submitted : taken, gap.endNs);
  const { loads, loadedRows } = index.caller;
  const after = loads.firstEndingAfter(until);
  const row = after === 0 ? NO_ROW : (loadedRows.array[after - 1] ?? NO_ROW);
  if (row === NO_ROW || (columns.completed[row] ?? 0) < gap.startNs) return null;
  const worker = columns.worker[row] ?? 0;
  const begin = index.lanes[worker]?.beginOf(row) ?? Number.NaN;
  const end = columns.resultDumpsEnd[row] ?? columns.runEnd[row] ?? Number.NaN;
  if (Number.isNaN(begin) || Number.isNaN(end)) return null;
  return { worker, row, startNs: nanos(begin), endNs: nanos(end) };
}
