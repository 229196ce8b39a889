import { expect, it } from 'vitest';
import { rowText } from '../../../bench/table';

it('a row shows each side, each ratio with its target and how sure that is, and why a side is missing', () => {
  const text = rowText({
    name: 'call',
    title: 'One small call',
    unit: 'ms',
    rounds: 3,
    sides: [
      { key: 'ours', label: 'Poolscope', samples: [0.2, 0.3, 0.4], skipped: null },
      { key: 'python', label: 'Python', samples: [], skipped: 'no Python 3 on this machine' },
    ],
    verdicts: [
      {
        label: 'Poolscope : raw',
        ratio: { median: 1.5, low: 1.25, high: 2 },
        to: 'raw',
        target: { atMost: 1.2 },
        met: false,
      },
      {
        label: 'on : off',
        ratio: { median: 1, low: 0.9, high: 1.1 },
        to: 'off',
        target: { atMost: 1.01 },
        met: true,
      },
    ],
  });
  expect(text.replaceAll(/ {2,}/g, ' | ')).toBe(
    [
      'One small call (3 rounds; median, quartiles)',
      ' | Poolscope | 0.300 ms | (0.250 to 0.350)',
      ' | Python | skipped: no Python 3 on this machine',
      ' | Poolscope : raw | 1.500x | (1.250 to 2.000) | target at most 1.2x: not met',
      ' | on : off | 1.000x | (0.900 to 1.100) | target at most 1.01x: met, within the spread',
    ].join('\n'),
  );
});
