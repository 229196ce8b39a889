/** Lesson 3: the ways of calling a pool differ in when results reach the caller, not in the work. */

import python from '../../../../resources/lessons/pool-methods.py?raw';
import here from '../../../../resources/lessons/pool-methods.ts.txt?raw';
import { formatCount, formatDuration } from '../../../shared/format';
import type { Facts } from '../../store/facts';
import { codeOfChoice } from '../code-of-choice';
import { wallFigure } from '../figures';
import type { Lesson, LessonFigure } from '../lesson';

const CODE = { python, here };
/** The first item takes as long as ten others. */
const ITEMS = [60_000_000, ...Array<number>(11).fill(6_000_000)];

export const poolMethods: Lesson = {
  name: 'pool-methods',
  title: 'Pool, the workhorse',
  idea: 'map, imap and imap_unordered do the same work. They differ in when, and in which order, you get the results.',
  text: [
    'The first item takes as long as ten others. Whoever asks for results in input order has to wait for it.',
    'map gives all results at once, at the end. imap gives them one by one in input order. imap_unordered gives each as soon as it is complete.',
    'Watch the marks on the lane “delivered”. A task that is complete but not yet delivered waits for those before it: head-of-line blocking.',
    'A chunk travels together, and its results come back together. With all items in one chunk there is nothing left to share out. apply_async has no chunks: each item is a call.',
    'The lab runs all four calls, with chunk sizes from 1 to all, on one clock.',
  ],
  code: codeOfChoice(CODE, 'imap'),
  codeFor: ({ method = 'imap' }) => codeOfChoice(CODE, method),
  controls: [
    {
      id: 'method',
      label: 'Call',
      choices: [
        { value: 'map', text: 'map' },
        { value: 'imap', text: 'imap' },
        { value: 'imap-unordered', text: 'imap_unordered' },
        { value: 'apply-async', text: 'apply_async' },
      ],
      initial: 'imap',
    },
    {
      id: 'chunksize',
      label: 'Chunk size',
      choices: [
        ...['1', '2', '4'].map((value) => ({ value, text: value })),
        { value: String(ITEMS.length), text: `all ${ITEMS.length}` },
      ],
      initial: '1',
    },
  ],
  prediction: {
    kind: 'choice',
    question: 'imap, chunk size 1: the first item is by far the longest. When does the caller get the first result?',
    choices: ['As soon as any task is complete', 'When the longest task is complete', 'When all tasks are complete'],
    values: { method: 'imap', chunksize: '1' },
    answeredBy: ({ method, chunksize }) => method === 'imap' && chunksize === '1',
    truth: (facts) => {
      const { first, waited, all } = delivery(facts);
      if (waited === 0) return 0;
      return first >= all ? 2 : 1;
    },
    because: (facts) => {
      const { first, waited } = delivery(facts);
      return `The first result came after ${formatDuration(first)}. By then ${formatCount(waited)} other tasks were complete, and waited for the first item.`;
    },
  },
  lab: { name: 'api-race', chunksizes: [1, 2, 4, 'all'] },
  simulated: [],
  takeAway: 'Use map when you need everything, imap_unordered when any result is welcome, imap when order matters.',
  scenario: ({ method, chunksize }) => ({
    name: 'Pool, the workhorse',
    pool: { processes: 2 },
    call: { method: method as 'map', chunksize: Number(chunksize) },
    workload: { name: 'sum-of-squares' },
    input: { items: ITEMS },
  }),
  figures: (facts) => {
    const { first, outOfOrder, waited } = delivery(facts);
    return [
      wallFigure(facts),
      measured(
        'First result',
        formatDuration(first),
        first / 1e6,
        'From the call until the first result reached the caller.',
      ),
      measured(
        'Complete by then',
        formatCount(waited),
        waited,
        'Tasks whose results were back before the first one reached the caller.',
      ),
      measured(
        'Out of order',
        formatCount(outOfOrder),
        outOfOrder,
        'Results that were delivered after one that stands later in the input.',
      ),
    ];
  },
};

const measured = (label: string, text: string, value: number, method: string): LessonFigure => {
  return { label, text, value, kind: 'measured', method };
};

interface Delivery {
  /** From the call until the first and the last delivery, ns; NaN: there was none. */
  readonly first: number;
  readonly all: number;
  /** Other tasks that were complete at the first delivery, and not delivered with it. */
  readonly waited: number;
  /** Deliveries after one that stands later in the input. */
  readonly outOfOrder: number;
}

function delivery({ data, calledAt }: Facts): Delivery {
  const { table, deliveredRows, deliveredAt } = data;
  const { completed, task } = table.columns;
  const called = calledAt ?? Number.NaN;
  const firstAt = deliveredAt.array[0] ?? Number.NaN;
  const lastAt = deliveredAt.array[deliveredAt.length - 1] ?? Number.NaN;
  const head = deliveredRows.array[0] ?? -1;
  let waited = 0;
  for (let row = 0; row < table.length; row++) if (row !== head && (completed[row] ?? Number.NaN) < firstAt) waited++;
  let outOfOrder = 0;
  let highest = -1;
  for (let position = 0; position < deliveredRows.length; position++) {
    const at = task[deliveredRows.array[position] ?? 0] ?? 0;
    if (at < highest) outOfOrder++;
    highest = Math.max(highest, at);
  }
  if (deliveredAt.length === 0) return { first: Number.NaN, all: Number.NaN, waited: 0, outOfOrder: 0 };
  return { first: firstAt - called, all: lastAt - called, waited, outOfOrder };
}
