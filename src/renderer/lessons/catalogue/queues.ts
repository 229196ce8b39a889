/** Lesson 5: a bounded queue holds the fast side back, empty() is soon out of date, and somebody must say that it is over. */

import python from '../../../../resources/lessons/queues.py?raw';
import here from '../../../../resources/lessons/queues.ts.txt?raw';
import type { QueueEnding } from '../../../shared/experiments';
import { formatCount, formatDuration } from '../../../shared/format';
import { codeMoments } from '../../derive/code-moment';
import type { Facts } from '../../store/facts';
import { MOMENTS_OF_A_QUEUE } from '../code-text';
import type { Lesson, LessonFigure } from '../lesson';

const PRODUCERS = 2;
const ITEMS = 60;
const PRODUCE_MS = 15;
const CONSUME_MS = 25;

export const queues: Lesson = {
  name: 'queues',
  title: 'Queues',
  idea: 'A queue hands items from process to process. With a bound it holds the fast side back; it ends only when somebody says so.',
  text: [
    'Two producers put items into a queue, consumers get them. Each is a process of its own; the queue is all that they share.',
    'This queue has few places. put waits while all are taken, get waits while there is no item: both are blocked. So the fast side waits for the slow one.',
    'empty() tells what was true a moment ago. Each consumer asks it, thinks for one millisecond, then gets. With four consumers, see how often that was wrong by then.',
    'get cannot know that nothing more will come. Put one None for each consumer, or call task_done for each item and join the queue. Or say nothing, and see.',
  ],
  code: { python, here },
  moments: { all: MOMENTS_OF_A_QUEUE, at: codeMoments },
  controls: [
    {
      id: 'consumers',
      label: 'Consumers',
      choices: [
        { value: '1', text: '1 consumer' },
        { value: '2', text: '2 consumers' },
        { value: '4', text: '4 consumers' },
      ],
      initial: '1',
    },
    {
      id: 'capacity',
      label: 'Room in the queue',
      choices: [
        { value: '1', text: '1 place' },
        { value: '4', text: '4 places' },
        { value: '60', text: '60 places' },
      ],
      initial: '4',
    },
    {
      id: 'ending',
      label: 'How it ends',
      choices: [
        { value: 'sentinel', text: 'A None for each' },
        { value: 'join', text: 'task_done and join' },
        { value: 'none', text: 'Nobody says so' },
      ],
      initial: 'sentinel',
    },
  ],
  prediction: {
    kind: 'choice',
    question: 'Two producers are faster than one consumer, and the queue has 4 places. What becomes of the producers?',
    choices: [
      'They put on, and the queue grows',
      'They wait in put for a free place',
      'put raises Full, and items are lost',
      'They are never held back',
    ],
    values: { consumers: '1', capacity: '4' },
    answeredBy: ({ consumers, capacity }) => consumers === '1' && capacity === '4',
    truth: (facts) => {
      const { greatestDepth, blockedPuts, itemsPut } = figuresOf(facts);
      if (greatestDepth > 4) return 0;
      if (itemsPut < ITEMS) return 2;
      return blockedPuts > 0 ? 1 : 3;
    },
    because: (facts) => {
      const { greatestDepth, blockedPuts, blockedInPutMs, itemsGot } = figuresOf(facts);
      const blocked = `A producer was blocked in put ${formatCount(blockedPuts)} times, for ${formatDuration(blockedInPutMs * 1e6)} in all`;
      return `${blocked}. Never more than ${formatCount(greatestDepth)} items were in the queue, and all ${formatCount(itemsGot)} came out.`;
    },
  },
  simulated: [],
  takeAway:
    'Give a queue a bound, never decide by empty(), and tell every consumer when it is over: one None for each.',
  experiment: ({ consumers, capacity, ending }) => ({
    name: 'queue',
    producers: PRODUCERS,
    consumers: Number(consumers),
    capacity: Number(capacity),
    items: ITEMS,
    produceMs: PRODUCE_MS,
    consumeMs: CONSUME_MS,
    ending: ending as QueueEnding,
  }),
  figures: (facts) => {
    const { itemsGot, blockedInPutMs, blockedInGetMs, greatestDepth, emptyAsked, emptyWrong, stillWaiting } =
      figuresOf(facts);
    return [
      measured(
        'Blocked in put',
        formatDuration(blockedInPutMs * 1e6),
        blockedInPutMs,
        'Time from when a producer found no free place until it had one, of all producers together.',
      ),
      measured(
        'Blocked in get',
        formatDuration(blockedInGetMs * 1e6),
        blockedInGetMs,
        'Time from when a consumer found no item until it had one or was ended, of all consumers together.',
      ),
      measured(
        'Most in it',
        formatCount(greatestDepth),
        greatestDepth,
        'Items in the queue after each put and each get, counted while its lock was held; the most of all.',
      ),
      measured(
        'empty() wrong',
        `${formatCount(emptyWrong)} of ${formatCount(emptyAsked)}`,
        emptyWrong,
        'Answers of empty() that the get one millisecond later found otherwise, of all that were given.',
      ),
      measured(
        'Left waiting',
        formatCount(stillWaiting),
        stillWaiting,
        'Processes that were still blocked when nothing moved any more, and had to be ended.',
      ),
      measured(
        'Got',
        formatCount(itemsGot),
        itemsGot,
        `Different items that consumers took from the queue; ${ITEMS} were to be put into it.`,
      ),
    ];
  },
};

type Names =
  | 'itemsPut'
  | 'itemsGot'
  | 'blockedPuts'
  | 'blockedInPutMs'
  | 'blockedInGetMs'
  | 'greatestDepth'
  | 'emptyAsked'
  | 'emptyWrong'
  | 'stillWaiting';

/** NaN: it was not told. */
function figuresOf({ ended }: Facts): Readonly<Record<Names, number>> {
  const told = ended?.summary.experiment ?? {};
  const of = (name: Names): number => told[name] ?? Number.NaN;
  return {
    itemsPut: of('itemsPut'),
    itemsGot: of('itemsGot'),
    blockedPuts: of('blockedPuts'),
    blockedInPutMs: of('blockedInPutMs'),
    blockedInGetMs: of('blockedInGetMs'),
    greatestDepth: of('greatestDepth'),
    emptyAsked: of('emptyAsked'),
    emptyWrong: of('emptyWrong'),
    stillWaiting: of('stillWaiting'),
  };
}

const measured = (label: string, text: string, value: number, method: string): LessonFigure => ({
  label,
  text,
  value,
  kind: 'measured',
  method,
});
