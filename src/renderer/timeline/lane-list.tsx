/** The lanes as a list that is heard and not seen: for screen readers, and for tests, which cannot read a canvas. */

import { useRef } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../shared/format';
import type { CounterLane, SliceLane } from '../../shared/slices';
import { outcomeCode, type WorkerRecord } from '../../shared/telemetry';
import { laneWord } from '../../shared/worker-words';
import { workerStatsAt } from '../derive/as-of/worker-stats-at';
import type { ChunkLines } from '../derive/chunk-lines';
import { laneGroupsOf } from '../derive/lane-groups';
import type { LaneIndex } from '../derive/lane-index';
import { ArrangedOrder } from '../derive/lane-order';
import { runIndexOf } from '../derive/run-index';
import { counterOf, laneKeys, sliceLaneOf } from '../derive/slices/slice-keys';
import { SlotLanes } from '../derive/slot-lanes';
import { workerStats } from '../derive/worker-stats';
import { factsStore, laneStore, playbackStore } from '../store';
import type { Facts } from '../store/facts';
import { arrangementOf } from '../store/lane-settings';
import { useThrottled } from '../store/throttled';

const MOST = 512;
const NOT_STARTED = { state: 'not started', done: 0, failed: 0, lost: 0 };

export function LaneList() {
  const facts = useThrottled(factsStore);
  const { atNs } = useThrottled(playbackStore);
  const settings = useStore(laneStore);
  const arranged = useRef(new ArrangedOrder());
  const { groupBy } = settings;
  const { order: wanted, only, collapsed } = arrangementOf(settings);
  const index = runIndexOf(facts);
  const groups = laneGroupsOf(facts, groupBy);
  const all = arranged.current.of(laneKeys(facts, groups.order), wanted);
  const keys = only === null ? all : all.filter((key) => key === only);
  const pids = index.order.flatMap((worker) => facts.data.workers[worker]?.pid ?? []);
  return (
    <ul
      className="visually-hidden"
      aria-label={atNs === null || groupBy === 'worker' ? 'Lanes of the timeline' : 'Lanes of the timeline, whole run'}
      data-testid="lanes"
      data-lanes={keys.length}
      data-group={groupBy}
      data-colour={settings.colourBy}
      data-size={settings.laneSize}
      data-pids={pids.join(' ')}
      data-rows={facts.data.table.length}
      data-queue-depth={facts.data.queueDepth.array[facts.data.queueDepth.length - 1] ?? 0}
    >
      {keys.slice(0, MOST).map((key) => {
        const folded = collapsed.has(key);
        const slices = facts.data.slices.lanes[sliceLaneOf(key)];
        if (slices !== undefined) return <SliceItem key={key} lane={slices} folded={folded} />;
        const counter = facts.data.slices.counters[counterOf(key)];
        if (counter !== undefined) return <CounterItem key={key} counter={counter} folded={folded} />;
        if (groups instanceof SlotLanes) return <SlotItem key={key} slot={key} slots={groups} folded={folded} />;
        if (groupBy === 'chunk') return <ChunkItem key={key} line={key} lane={groups.lane(key)} folded={folded} />;
        const worker = facts.data.workers[key];
        return worker && <WorkerItem key={key} facts={facts} atNs={atNs} worker={worker} folded={folded} />;
      })}
      {keys.length > MOST && <li>and {formatCount(keys.length - MOST)} more</li>}
      {groupBy === 'chunk' && <ChunkSum chunks={(groups as ChunkLines).chunks} lines={groups.order.length} />}
    </ul>
  );
}

interface WorkerItemProps {
  readonly facts: Facts;
  /** The moment that a replay shows; null: the last news. */
  readonly atNs: number | null;
  readonly worker: WorkerRecord;
  readonly folded: boolean;
}

function WorkerItem({ facts, atNs, worker, folded }: WorkerItemProps) {
  const stats = atNs === null ? workerStats(facts, worker) : workerStatsAt(facts, worker, atNs);
  const { state, done, failed, lost } = stats ?? NOT_STARTED;
  return (
    <li
      data-key={worker.index}
      data-worker={worker.index}
      data-pid={worker.pid ?? ''}
      data-state={state}
      data-done={done}
      data-collapsed={folded}
    >
      {laneWord(worker) === String(worker.pid) ? `Process ${worker.pid}` : worker.name}: {state}, {formatCount(done)}{' '}
      tasks done
      {failed > 0 && `, ${formatCount(failed)} failed`}
      {lost > 0 && `, ${formatCount(lost)} lost`}
      {folded && ', collapsed'}
    </li>
  );
}

function SlotItem({
  slot,
  slots,
  folded,
}: {
  readonly slot: number;
  readonly slots: SlotLanes;
  readonly folded: boolean;
}) {
  const own = slots.get(slot);
  const processes = own?.workers.length ?? 0;
  return (
    <li data-key={slot} data-processes={processes} data-done={doneIn(own?.lane)} data-collapsed={folded}>
      Slot {slot}: {formatCount(processes)} {processes === 1 ? 'process' : 'processes'}
      {own !== undefined && own.crashes.length > 0 && `, ${formatCount(own.crashes.length)} crashed`},{' '}
      {formatCount(doneIn(own?.lane))} tasks done{folded && ', collapsed'}
    </li>
  );
}

function SliceItem({ lane, folded }: { readonly lane: SliceLane; readonly folded: boolean }) {
  const slices = lane.begin.length;
  const rows = lane.rows.length - 1;
  return (
    <li data-slices={slices} data-collapsed={folded}>
      {lane.name} of {lane.process}: {formatCount(slices)} {slices === 1 ? 'slice' : 'slices'} on {rows}{' '}
      {rows === 1 ? 'row' : 'rows'}
      {folded && ', collapsed'}
    </li>
  );
}

function CounterItem({ counter, folded }: { readonly counter: CounterLane; readonly folded: boolean }) {
  return (
    <li data-counter={counter.name} data-collapsed={folded}>
      Counter {counter.name} of {counter.process}: {counter.series.map(({ name }) => name).join(', ')}
      {folded && ', collapsed'}
    </li>
  );
}

interface ChunkItemProps {
  readonly line: number;
  readonly lane: LaneIndex | undefined;
  readonly folded: boolean;
}

function ChunkItem({ line, lane, folded }: ChunkItemProps) {
  const chunks = lane?.chunkFirsts.length ?? 0;
  return (
    <li data-key={line} data-chunks={chunks} data-done={doneIn(lane)} data-collapsed={folded}>
      Line {line + 1} of chunks: {formatCount(chunks)} chunks, {formatCount(doneIn(lane))} tasks done
      {folded && ', collapsed'}
    </li>
  );
}

function ChunkSum({ chunks, lines }: { readonly chunks: number; readonly lines: number }) {
  return (
    <li data-sum-chunks={chunks}>
      {formatCount(chunks)} chunks in all, at most {formatCount(lines)} under way at one moment
    </li>
  );
}

const doneIn = (lane: LaneIndex | undefined): number => lane?.counts[outcomeCode.completed] ?? 0;
