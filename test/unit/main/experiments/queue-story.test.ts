import { describe, expect, it } from 'vitest';
import { QueueStory } from '../../../../src/main/experiments/queue/queue-story';
import { QUEUE_MOMENTS, type QueueMoment, type QueueMoments } from '../../../../src/shared/queue-protocol';

type Moment = readonly [kind: QueueMoment, at: number, rest?: { item?: number; position?: number; depth?: number }];

const momentsOf = (all: readonly Moment[], asked = 0, wrong = 0): QueueMoments => ({
  type: 'moments',
  kind: all.map(([kind]) => QUEUE_MOMENTS.indexOf(kind)),
  at: all.map(([, at]) => at),
  item: all.map(([, , rest]) => rest?.item ?? -1),
  position: all.map(([, , rest]) => rest?.position ?? -1),
  depth: all.map(([, , rest]) => rest?.depth ?? -1),
  asked,
  wrong,
});

/** One producer of two items, the second of which has to wait, and one consumer. */
const PRODUCER: readonly Moment[] = [
  ['work', 0, { item: 0 }],
  ['call', 10e6, { item: 0 }],
  ['moved', 11e6, { item: 0, position: 0, depth: 1 }],
  ['work', 11e6, { item: 1 }],
  ['call', 20e6, { item: 1 }],
  ['wait', 20e6, { item: 1 }],
  ['moved', 30e6, { item: 1, position: 1, depth: 1 }],
  ['end', 30e6],
];
const CONSUMER: readonly Moment[] = [
  ['ask', 5e6],
  ['call', 6e6],
  ['wait', 6e6],
  ['moved', 29e6, { item: 0, position: 0, depth: 0 }],
  ['work', 29e6, { item: 0 }],
  ['ask', 40e6],
  ['call', 41e6],
  ['moved', 41e6, { item: 1, position: 1, depth: 0 }],
  ['work', 41e6, { item: 1 }],
  ['end', 50e6],
];

function storyOf(order: readonly ('producer' | 'consumer')[]): QueueStory {
  const story = new QueueStory();
  const lanes = { producer: story.lanes.lane('producer 1'), consumer: story.lanes.lane('consumer 1') };
  for (const role of order) {
    if (role === 'producer') story.take(role, lanes.producer, momentsOf(PRODUCER));
    else story.take(role, lanes.consumer, momentsOf(CONSUMER, 2, 1));
  }
  return story;
}

describe.each([
  ['as they happened', ['producer', 'consumer']],
  ['the other way round', ['consumer', 'producer']],
] as const)('what processes tell, heard %s', (_, order) => {
  it('adds up to the same figures', () => {
    expect(storyOf(order).figures(0)).toEqual({
      itemsPut: 2,
      itemsGot: 2,
      gotTwice: 0,
      outOfOrder: 0,
      blockedPuts: 1,
      blockedInPutMs: 10,
      blockedGets: 1,
      blockedInGetMs: 23,
      greatestDepth: 1,
      emptyAsked: 2,
      emptyWrong: 1,
      stillWaiting: 0,
    });
  });

  it('is a curve of the depth in order of time, and an arrow for each item', () => {
    const picture = storyOf(order).picture(60e6);
    const [series] = picture?.counters[0]?.series ?? [];
    expect([...(series?.at ?? [])]).toEqual([11e6, 29e6, 30e6, 41e6]);
    expect([...(series?.value ?? [])]).toEqual([1, 0, 1, 0]);
    const arrows = [...(picture?.flows?.fromAt ?? [])].map((from, flow) => [from, picture?.flows?.toAt[flow]]);
    expect(arrows.sort()).toEqual([
      [11e6 - 1, 29e6 - 1],
      [30e6 - 1, 41e6 - 1],
    ]);
  });
});

describe('the story of a queue', () => {
  it('counts what came out twice, and what came out before an earlier one of its producer', () => {
    const story = new QueueStory();
    const [from, to] = [story.lanes.lane('producer 1'), story.lanes.lane('consumer 1')];
    const moved = (item: number, position: number, at: number): Moment => ['moved', at, { item, position, depth: 1 }];
    story.take('producer', from, momentsOf([moved(2, 0, 1), moved(1, 1, 2), moved(3, 2, 3)]));
    story.take('consumer', to, momentsOf([moved(2, 0, 4), moved(1, 1, 5), moved(2, 2, 6)]));
    expect(story.figures(0)).toMatchObject({ itemsPut: 3, itemsGot: 2, gotTwice: 1, outOfOrder: 1 });
  });

  it('knows what each process is at, until it is over or gone', () => {
    const story = new QueueStory();
    const lane = story.lanes.lane('consumer 1');
    expect(story.stateOf(lane)).toBeNull();
    story.take('consumer', lane, momentsOf([['wait', 5e6]]));
    expect(story.stateOf(lane)).toBe('wait');
    story.gone('consumer', lane, 9e6);
    expect(story.stateOf(lane)).toBeNull();
    expect(story.figures(1)).toMatchObject({ blockedInGetMs: 4, stillWaiting: 1 });
  });
});
