/** What is said where the worker itself was the reason: booting, gone, asked to exit, or slow to begin. */
import { formatDuration, formatPercent } from '../../../shared/format';
import type { WorkerRecord } from '../../../shared/telemetry';
import { nanos } from '../../../shared/units';
import type { WorkloadName } from '../../../shared/workloads';
import type { Evidence } from '../../store/view';
import { lowerBound } from '../binary-search';
import { FOR, type Said } from './caller-causes';
import type { GapContext } from './gap-context';
import { predecessorOf, replacementOf } from './lane-gaps';
import { count, moment, who } from './words';

export function sayBooting(context: GapContext): Said {
  const { record, facts } = context;
  const boot = bootOf(context, record);
  const text =
    record.readyAt === null
      ? `${who(facts, record.index)} has been booting for ${formatDuration(boot.endNs - boot.startNs)} and has not said a word yet`
      : `${who(facts, record.index)} was booting: ${formatDuration(boot.endNs - boot.startNs)} from its start to its first word`;
  return { text, evidence: [boot] };
}

/** On the lane of the dead process or of the one that took its slot. */
export function sayReplacement(context: GapContext): Said {
  const { record, facts, gap } = context;
  const isNew = record.exit === null || gap.startNs < record.exit.at;
  const former = isNew ? (predecessorOf(facts, record) ?? record) : record;
  const next = isNew ? record : (replacementOf(facts, record) ?? record);
  const boot = bootOf(context, next);
  const ready =
    next.readyAt === null
      ? `has been booting for ${formatDuration(boot.endNs - boot.startNs)}`
      : `was ready after ${formatDuration(next.readyAt - (former.exit?.at ?? next.spawnedAt))}`;
  const text = `the slot waited for a replacement process to boot: ${fate(context, former)}, and ${who(facts, next.index)} ${ready}`;
  return { text, evidence: [boot] };
}

export function sayGone(context: GapContext): Said {
  const { record, facts } = context;
  const { poolSize } = facts;
  const why = record.slot >= poolSize && facts.ended === null ? `: the pool was made smaller, to ${poolSize}` : '';
  return { text: `${fate(context, record)} and no process took its slot${why}`, evidence: [] };
}

export function sayExiting(context: GapContext): Said {
  const { record, facts, index } = context;
  const { maxTasksPerChild } = facts.started?.scenario?.pool ?? {};
  const chunks = index.lanes[record.index]?.chunkFirsts.length ?? 0;
  const asked = `the worker was asked to exit at ${moment(facts, record.exitingAt ?? 0)}`;
  const last = lastSpan(context);
  if (record.slot >= facts.poolSize) {
    return { text: `${asked}: the pool was made smaller, to ${facts.poolSize}`, evidence: last };
  }
  if (maxTasksPerChild !== null && maxTasksPerChild !== undefined && chunks >= maxTasksPerChild) {
    return { text: `${asked}: it had run ${count(chunks, 'chunk')}, all that one process may`, evidence: last };
  }
  return { text: asked, evidence: last };
}

export function sayNotCalled(context: GapContext): Said {
  const { facts, record } = context;
  let slowest: WorkerRecord | undefined;
  for (const worker of facts.data.workers) {
    // Replacements come after the call.
    if (worker === undefined || (facts.calledAt !== null && worker.spawnedAt > facts.calledAt)) continue;
    const ready = worker.readyAt ?? Number.POSITIVE_INFINITY;
    if (slowest === undefined || ready > (slowest.readyAt ?? Number.POSITIVE_INFINITY)) slowest = worker;
  }
  const called = 'the call had not been made yet';
  if (slowest === undefined || slowest === record) return { text: called, evidence: [] };
  const boot = bootOf(context, slowest);
  const took = formatDuration(boot.endNs - boot.startNs);
  const text = `${called}: it waits until every worker is ready, and ${who(facts, slowest.index)} took ${took} to boot`;
  return { text, evidence: [boot] };
}

export function sayInWorker(context: GapContext): Said {
  const { facts, columns, gap, next, withinChunk, before } = context;
  if (facts.started?.scenario?.engine === 'locked-thread') {
    return { text: `another thread had the lock ${FOR}: only one at a time is at a task`, evidence: [] };
  }
  if (facts.started?.scenario?.engine === 'async') {
    const text = `no task was in flight in this place ${FOR}: the loop was computing, or had one begin in another`;
    return { text, evidence: [] };
  }
  if (facts.started?.scenario?.engine === 'serial') {
    return { text: `the plain loop was between two tasks ${FOR}: nothing is pickled or queued in it`, evidence: [] };
  }
  const what = withinChunk
    ? `the worker was between two tasks of one chunk, after task ${columns.task[before] ?? 0},`
    : `the worker had received task ${columns.task[next] ?? 0} and did not begin it`;
  const { workload } = facts.started?.scenario ?? {};
  const computes = workload !== undefined && !MAY_WAIT.has(workload.name);
  const cpu = computes ? cpuAround(facts, gap.worker, gap.endNs) : Number.NaN;
  const why =
    cpu < BUSY_CPU
      ? `its process had only ${formatPercent(cpu)} of a core around then, so others may have kept it off the CPU`
      : 'the records do not show what held it up';
  return { text: `${what} ${FOR}: ${why}`, evidence: [] };
}

/** Workloads whose tasks may wait themselves: that they use little of a core says nothing. */
const MAY_WAIT: ReadonlySet<WorkloadName> = new Set(['sleep', 'read-and-echo', 'hang', 'module']);
/** A process that got less of a core than this while it had work was not always on one. */
const BUSY_CPU = 0.8;
/** Samples that are looked through for one of the worker: each round has one of every worker. */
const MOST_SAMPLES = 2048;

/** Share of one core that a worker had when it was next sampled; NaN: not sampled any more. */
function cpuAround({ data: { sampleAt, sampleWorker, sampleCpu } }: GapContext['facts'], worker: number, at: number) {
  const first = lowerBound(sampleAt.array, sampleAt.length, at);
  for (let sample = first; sample < Math.min(sampleAt.length, first + MOST_SAMPLES); sample++) {
    if (sampleWorker.array[sample] === worker) return sampleCpu.array[sample] ?? Number.NaN;
  }
  return Number.NaN;
}

export function sayOver({ facts }: GapContext): Said {
  const { ended, calledAt } = facts;
  if (ended === null || calledAt === null) return { text: 'the run was over', evidence: [] };
  return {
    text: `the call had returned after ${formatDuration(ended.at - calledAt)}, and nothing was left to do`,
    evidence: [],
  };
}

function fate({ facts }: GapContext, { index, exit }: WorkerRecord): string {
  if (exit === null) return `${who(facts, index)} is still there`;
  const how = exit.kind === 'exited' ? 'exited' : `died (${exit.signal ?? `exit code ${exit.code ?? 'unknown'}`})`;
  return `${who(facts, index)} ${how} at ${moment(facts, exit.at)}`;
}

function bootOf({ extent }: GapContext, { index, spawnedAt, readyAt, exit }: WorkerRecord): Evidence {
  const end = Math.min(readyAt ?? exit?.at ?? extent.endNs, Math.max(extent.endNs, spawnedAt));
  return { worker: index, startNs: nanos(Math.min(spawnedAt, end)), endNs: nanos(end) };
}

/** What the worker did last. */
function lastSpan({ lane, gap }: GapContext): Evidence[] {
  const span = (lane?.work.firstEndingAfter(gap.startNs) ?? 0) - 1;
  if (lane === undefined || span < 0) return [];
  const moments = lane.work.momentsOf(span);
  return [{ worker: gap.worker, startNs: nanos(moments[0] ?? 0), endNs: nanos(moments[lane.work.parts] ?? 0) }];
}
