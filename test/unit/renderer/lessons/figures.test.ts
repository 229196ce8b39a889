import { describe, expect, it } from 'vitest';
import { coresFigure, memoryFigure } from '../../../../src/renderer/lessons/figures';
import { NO_VALUE } from '../../../../src/shared/format';
import type { RunUsage } from '../../../../src/shared/summary';
import { makeFacts } from '../../../fixtures/make-run';

const facts = makeFacts();

function usedBy(usage: RunUsage | undefined) {
  const { ended } = facts;
  if (ended === null) throw new Error('It has ended');
  return { ...facts, ended: { ...ended, summary: { ...ended.summary, wallMs: 200, usage } } };
}

describe('cores used', () => {
  it('are told of the shortest run, and of threads too', () => {
    expect(coresFigure(usedBy({ of: 'processes', cpuMs: 360, memoryBytes: 1 }))).toMatchObject({
      text: '1.8',
      method: expect.stringContaining('all workers'),
    });
    expect(coresFigure(usedBy({ of: 'threads', cpuMs: 220, memoryBytes: 1 }))).toMatchObject({
      text: '1.1',
      method: expect.stringContaining('main process'),
    });
  });

  it('are not made up where nobody knows them', () => {
    expect(coresFigure(usedBy(undefined)).text).toBe(NO_VALUE);
    expect(memoryFigure(usedBy(undefined)).text).toBe(NO_VALUE);
  });
});
