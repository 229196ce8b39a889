/** How what each lane of the timeline draws was come by: it depends on the engine, and on where the run comes from. */
import type { EngineName } from '../../shared/scenario';
import type { LanePreferences } from '../../shared/settings';
import { isTrace, tasksAreDerived } from '../derive/is-live';
import { isSlicesOnly } from '../derive/slices/is-slices-only';
import type { Facts } from '../store/facts';
import { TRUTH_KINDS, type TruthKind } from './method';
import { METHODS, type MethodId } from './methods';

type Told = Pick<Facts, 'started'>;

const BY_ENGINE: Readonly<Record<EngineName, MethodId>> = {
  'utility-process': 'lane.process',
  'child-process': 'lane.process',
  thread: 'lane.thread',
  'locked-thread': 'lane.locked-thread',
  serial: 'lane.serial',
  async: 'lane.async',
};

/** Of one worker, or of one slot. */
export function workerLaneTruth(facts: Told): MethodId {
  return fromTrace(facts) ?? BY_ENGINE[facts.started?.scenario?.engine ?? 'utility-process'];
}

export function chunkLaneTruth(facts: Told): MethodId {
  return fromTrace(facts) ?? 'lane.chunks';
}

export const sliceLaneTruth = (facts: Told): MethodId => (isTrace(facts) ? 'lane.trace' : 'lane.slices');

export const counterLaneTruth = (facts: Told): MethodId => (isTrace(facts) ? 'lane.trace' : 'lane.counter');

/** Of the lanes above and below: what Poolscope's own pool notes, where it was one. */
export const pinnedTruth =
  (own: MethodId) =>
  (facts: Told): MethodId =>
    fromTrace(facts) ?? own;

/** The kinds that lanes show, for a legend: M, D or S each stand for one of them. */
export function kindsOfLanes(
  facts: Pick<Facts, 'started' | 'data'>,
  groupBy: LanePreferences['groupBy'],
): readonly TruthKind[] {
  const { slices } = facts.data;
  const ids = [
    ...(isSlicesOnly(facts) ? [] : [groupBy === 'chunk' ? chunkLaneTruth(facts) : workerLaneTruth(facts)]),
    ...(isSlicesOnly(facts) ? [] : [pinnedTruth('lane.caller')(facts)]),
    ...(slices.lanes.length > 0 ? [sliceLaneTruth(facts)] : []),
    ...(slices.counters.length > 0 ? [counterLaneTruth(facts)] : []),
  ];
  const found = new Set(ids.map((id) => METHODS[id].kind));
  return TRUTH_KINDS.filter((kind) => found.has(kind));
}

function fromTrace(facts: Told): MethodId | null {
  if (!isTrace(facts)) return null;
  return tasksAreDerived(facts) ? 'lane.trace.tasks' : 'lane.trace';
}
