import { describe, expect, it } from 'vitest';
import { measureRow } from '../../../bench/measure-row';
import type { Row } from '../../../bench/rows/row';
import type { Sides } from '../../../bench/sides';
import type { Request } from '../../../bench/sides/protocol';

const call = (subject: string): Request => ({ measure: 'call', subject, calls: 1 });

const row: Row = {
  name: 'row',
  title: 'A row',
  unit: 'ms',
  sides: [
    { key: 'a', label: 'A', runtime: 'electron', request: call('a') },
    { key: 'b', label: 'B', runtime: 'node', request: call('b') },
    { key: 'c', label: 'C', runtime: 'python', request: call('c') },
  ],
  comparisons: [{ label: 'A : B', of: 'a', to: ['b'], target: { atMost: 2 } }],
};

/** Sides that answer as they are told to, and the subjects that they were asked for. */
function fakeSides(answer: (subject: string, turn: number) => number): { sides: Sides; asked: string[] } {
  const asked: string[] = [];
  const ask = async (request: Request): Promise<number> => {
    if (request.measure === 'close') return 0;
    asked.push(request.subject);
    return answer(request.subject, asked.length - 1);
  };
  return { sides: { get: async () => ({ ask }), close: async () => asked.push('close') } as unknown as Sides, asked };
}

describe('measureRow', () => {
  it('warms up, then asks every side once a round, each round in another order, then closes', async () => {
    const { sides, asked } = fakeSides(() => 1);
    await measureRow(row, sides, 4, Number.POSITIVE_INFINITY);
    expect(asked.join(' ')).toBe('a b c  a b c  b c a  c a b  c b a  close'.replaceAll('  ', ' '));
  });

  it('keeps what the rounds measured, and nothing of the warming up', async () => {
    const { sides } = fakeSides((subject, turn) => (turn < 3 ? 1000 : subject === 'a' ? 3 : 2));
    const { rounds, sides: measured, verdicts } = await measureRow(row, sides, 2, Number.POSITIVE_INFINITY);
    expect(rounds).toBe(2);
    expect(measured.map(({ samples }) => samples)).toEqual([
      [3, 3],
      [2, 2],
      [2, 2],
    ]);
    expect(verdicts).toMatchObject([{ ratio: { median: 1.5 }, met: true }]);
  });

  it('skips a side that fails with its reason, and goes on with the others', async () => {
    const { sides } = fakeSides((subject) => {
      if (subject === 'b') throw new Error('no such pool');
      return 1;
    });
    const { sides: measured, verdicts } = await measureRow(row, sides, 2, Number.POSITIVE_INFINITY);
    expect(measured.map(({ samples, skipped }) => [samples.length, skipped])).toEqual([
      [2, null],
      [0, 'no such pool'],
      [2, null],
    ]);
    expect(verdicts).toEqual([]);
  });

  it('begins no further round when the time is up, but always measures one', async () => {
    const { sides } = fakeSides(() => 1);
    expect((await measureRow(row, sides, 9, 0)).rounds).toBe(1);
  });
});
