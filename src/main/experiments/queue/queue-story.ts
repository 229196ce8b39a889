/** What the processes of the queue experiment say they were at, as lanes, as the queue's depth, and as figures. */
import type { ExperimentFigures } from '../../../shared/experiments';
import { QUEUE_MOMENTS, type QueueMoment, type QueueMoments, type QueuePart } from '../../../shared/queue-protocol';
import type { ExperimentPicture } from '../experiment-run';
import { PictureLanes } from '../picture-lanes';

/** Where an item went in, until it comes out; or the other way round, as messages come. */
interface Place {
  readonly lane: number;
  readonly at: number;
  readonly item: number;
}

type Slice = readonly [name: string, code: string];
const SLICES: Readonly<Record<QueuePart['role'], Readonly<Partial<Record<QueueMoment, Slice>>>>> = {
  producer: { work: ['produce', 'produce'], call: ['put', 'put'], wait: ['blocked in put', 'put'] },
  consumer: {
    work: ['consume', 'consume'],
    ask: ['asks empty()', 'get'],
    call: ['get', 'get'],
    wait: ['blocked in get', 'get'],
  },
};

/**
 * Six colours go round, from that of no name at all: what is next to each other on a lane must not share one. Those of a
 * row here share theirs with those below and above.
 */
const NAMES = [
  ...['boots', 'produce', 'blocked in put', 'consume', 'blocked in get', 'put'],
  ...['waits for the producers', 'join', 'puts None', 'put None', 'asks empty()', 'get'],
];

export class QueueStory {
  readonly lanes = new PictureLanes(NAMES);
  /** When something was said last. */
  lastAt = 0;
  private readonly depthCounter = this.lanes.counter('the queue', 'Queue depth');
  /** Moments of the queue in any order: they are sorted when they are asked for. */
  private readonly depths: { at: number; depth: number }[] = [];
  private readonly putAt = new Map<number, Place>();
  private readonly gotAt = new Map<number, Place>();
  private readonly current = new Map<number, { kind: QueueMoment; since: number }>();
  private readonly gotItems = new Map<number, number>();
  private readonly putItems = new Set<number>();
  private blockedInPut = 0;
  private blockedInGet = 0;
  private blockedPuts = 0;
  private blockedGets = 0;
  private greatest = 0;
  private asked = 0;
  private wrong = 0;

  /** @param lane of the process */
  take(role: QueuePart['role'], lane: number, { kind, at, item, position, depth, asked, wrong }: QueueMoments): void {
    this.asked += asked;
    this.wrong += wrong;
    for (const [index, code] of kind.entries()) {
      const moment = QUEUE_MOMENTS[code] ?? 'end';
      const now = at[index] ?? 0;
      this.enter(role, lane, moment, now, item[index] ?? -1);
      if (moment !== 'moved') continue;
      this.moved(role, { lane, at: now, item: item[index] ?? -1 }, position[index] ?? 0, depth[index] ?? 0);
    }
  }

  /** Something that main itself has put, with the receipt of the queue. */
  mainPut(lane: number, name: string, { at, position, depth }: { at: number; position: number; depth: number }): void {
    this.lanes.mark(lane, name, at);
    this.moved('producer', { lane, at, item: -1 }, position, depth);
  }

  /** What a process is at; null: nothing was heard of it, or it is over. */
  stateOf(lane: number): QueueMoment | null {
    const kind = this.current.get(lane)?.kind ?? null;
    return kind === 'end' ? null : kind;
  }

  /** The process is gone, whatever it was at. */
  gone(role: QueuePart['role'], lane: number, at: number): void {
    if (this.stateOf(lane) !== null) this.enter(role, lane, 'end', at, -1);
    else this.lanes.close(lane, at);
  }

  picture(nowNs: number): ExperimentPicture | null {
    this.depths.sort((a, b) => a.at - b.at);
    this.lanes.count(
      this.depthCounter,
      this.depths.map(({ at }) => at),
      this.depths.map(({ depth }) => depth),
    );
    return this.lanes.take(nowNs);
  }

  /** @param stillWaiting consumers that nobody had told that nothing more would come */
  figures(stillWaiting: number): ExperimentFigures {
    const got = [...this.gotItems.values()];
    return {
      itemsPut: this.putItems.size,
      itemsGot: this.gotItems.size,
      gotTwice: got.filter((times) => times > 1).length,
      outOfOrder: this.outOfOrder(),
      blockedInPutMs: this.blockedInPut / 1e6,
      blockedInGetMs: this.blockedInGet / 1e6,
      blockedPuts: this.blockedPuts,
      blockedGets: this.blockedGets,
      greatestDepth: this.greatest,
      emptyAsked: this.asked,
      emptyWrong: this.wrong,
      stillWaiting,
    };
  }

  private enter(role: QueuePart['role'], lane: number, kind: QueueMoment, now: number, item: number): void {
    this.lastAt = Math.max(this.lastAt, now);
    const last = this.current.get(lane);
    if (last?.kind === 'wait') {
      if (role === 'producer') {
        this.blockedInPut += now - last.since;
        this.blockedPuts++;
      } else {
        this.blockedInGet += now - last.since;
        this.blockedGets++;
      }
    }
    this.lanes.close(lane, now);
    this.current.set(lane, { kind, since: now });
    const slice = SLICES[role][kind];
    if (slice === undefined) return;
    const [name, code] = slice;
    this.lanes.slice(lane, name, now, null, { code, args: item < 0 ? null : { item } });
  }

  private moved(role: QueuePart['role'], place: Place, position: number, depth: number): void {
    this.depths.push({ at: place.at, depth });
    this.greatest = Math.max(this.greatest, depth);
    const [here, there] = role === 'producer' ? [this.putAt, this.gotAt] : [this.gotAt, this.putAt];
    here.set(position, place);
    const isItem = place.item >= 0;
    if (isItem && role === 'producer') this.putItems.add(place.item);
    if (isItem && role === 'consumer') this.gotItems.set(place.item, (this.gotItems.get(place.item) ?? 0) + 1);
    const other = there.get(position);
    if (other === undefined) return;
    const [from, to] = role === 'producer' ? [place, other] : [other, place];
    // Within the slice that ends with it, not at the beginning of the next one.
    this.lanes.flow(isItem ? `item ${to.item}` : 'None', from.lane, from.at - 1, to.lane, to.at - 1);
  }

  /** Items of one producer that came out before an earlier one of it. */
  private outOfOrder(): number {
    const last = new Map<number, number>();
    let wrong = 0;
    const inOrder = [...this.gotAt].sort(([a], [b]) => a - b);
    for (const [position, { item }] of inOrder) {
      const from = this.putAt.get(position);
      if (from === undefined || item < 0) continue;
      if (item < (last.get(from.lane) ?? -1)) wrong++;
      last.set(from.lane, item);
    }
    return wrong;
  }
}
