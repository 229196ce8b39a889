/** The tree as lanes: one a process, what it is at, arrows from who asked to who was started, and how many are alive. */
import type { CounterLane } from '../../../shared/slices';
import type { ExperimentPicture } from '../experiment-run';
import { PictureLanes } from '../picture-lanes';
import { aliveOverTime } from './alive-over-time';
import type { Refusal } from './process-cap';
import { type ProcessRecord, type Step, stepAt } from './process-record';
import { treeOrder } from './tree-order';

const NAMES: Readonly<Record<Step, string>> = {
  boot: 'boot',
  import: 'import main module',
  start: 'start workers',
  map: 'wait for results',
  refused: 'refused',
  error: 'RuntimeError',
  ready: 'ready for tasks',
};
const TASK = 'task';
const ARROW = 'starts';

const REFUSED: Readonly<Record<Refusal, string>> = {
  processes: 'refused: there are as many processes as there may be',
  depth: 'refused: the tree is as deep as it may be',
  over: 'refused: it is over',
};

/**
 * A name has one of six tones by its place: whichever is used first, each keeps its own. Tasks look as imports do (the
 * module's lines run), and who waits for results as who waits for tasks.
 */
const NAMES_BY_PLACE = [
  ...(['boot', 'import', 'start', 'refused', 'error', 'ready'] as const).map((step) => NAMES[step]),
  ...[ARROW, TASK, ...Object.values(REFUSED), NAMES.map],
];

export function treePicture(records: readonly ProcessRecord[], most: number, nowNs: number): ExperimentPicture | null {
  const lanes = new PictureLanes(NAMES_BY_PLACE);
  const laneOf = new Map<number, number>();
  for (const record of treeOrder(records)) {
    const parent = record.parent === null ? null : (records[record.parent] ?? null);
    const kind = parent === null ? 'the program' : `child of ${parent.pid ?? '…'}`;
    const lane = lanes.lane(nameOf(record), kind, record.pid);
    laneOf.set(record.index, lane);
    drawSteps(lanes, lane, record, parent);
    const from = parent === null ? undefined : laneOf.get(parent.index);
    if (from !== undefined) lanes.flow(ARROW, from, record.askedAt, lane, record.startedAt);
  }
  const picture = lanes.take(nowNs);
  return picture === null ? null : { ...picture, counters: [aliveCounter(records, most)] };
}

/** Indented by its depth, with what does not break: the gutter draws one line. */
function nameOf({ depth, pid }: ProcessRecord): string {
  const branch = depth === 0 ? '' : `${'\u00a0\u00a0'.repeat(Math.min(depth, 6) - 1)}└ `;
  return `${branch}PID ${pid ?? '…'}`;
}

function drawSteps(lanes: PictureLanes, lane: number, record: ProcessRecord, parent: ProcessRecord | null): void {
  const { steps, tasks, endedAt } = record;
  const args = argsOf(record, parent);
  for (const [index, { step, at }] of steps.entries()) {
    const end = steps[index + 1]?.at ?? endedAt;
    const name = step === 'error' ? (record.raised?.name ?? NAMES.error) : NAMES[step];
    lanes.slice(lane, name, at, end === null ? null : Math.max(at, end), { args });
  }
  for (const { begin, end } of tasks) {
    if (!Number.isNaN(end)) lanes.slice(lane, TASK, begin, end, { row: 1 });
  }
  for (const { at, text } of marksOf(record)) lanes.mark(lane, text, at);
}

/** What went wrong, in words, by time. */
function marksOf(record: ProcessRecord): readonly { readonly at: number; readonly text: string }[] {
  const { raised, refused } = record;
  const raisedAt = stepAt(record, 'error');
  return [
    ...(raised === null || raisedAt === undefined ? [] : [{ at: raisedAt, text: `${raised.name}: ${raised.message}` }]),
    ...(refused === null ? [] : [{ at: refused.at, text: REFUSED[refused.why] }]),
  ].sort((a, b) => a.at - b.at);
}

/** What the inspector shows beside the span that is selected. */
function argsOf(record: ProcessRecord, parent: ProcessRecord | null): object {
  const { pid, depth, exitCode, raised, refused, killed, endedAt } = record;
  return {
    PID: pid ?? 'none yet',
    'Asked for by': parent === null ? 'you' : `PID ${parent.pid ?? '…'}`,
    'Depth in the tree': depth,
    ...(raised === null ? {} : { Error: `${raised.name}: ${raised.message}` }),
    ...(refused === null ? {} : { Refused: REFUSED[refused.why] }),
    ...(endedAt === null ? {} : { End: killed ? 'killed by Poolscope' : `exit code ${exitCode ?? 'unknown'}` }),
  };
}

function aliveCounter(records: readonly ProcessRecord[], most: number): CounterLane {
  const { at, alive } = aliveOverTime(records);
  const first = at[0] ?? 0;
  return {
    process: 'experiment',
    name: 'Processes alive',
    series: [
      { name: 'alive', at: Float64Array.from(at), value: Float64Array.from(alive) },
      { name: 'cap', at: Float64Array.of(first), value: Float64Array.of(most) },
    ],
  };
}
