import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeResizer } from '../../../../src/renderer/actions/resize-pool';
import { whyFixed } from '../../../../src/renderer/panels/bottom/worker-table/why-fixed';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { MAX_PROCESSES } from '../../../../src/shared/limits';
import type { RunEvent } from '../../../../src/shared/run-events';
import { makeRun } from '../../../fixtures/make-run';

/** Main, which answers when the test says so. */
const call = vi.fn();

beforeEach(() => {
  call.mockReset();
  vi.stubGlobal('window', { poolscope: { call } });
});

function storeAfter(events: readonly RunEvent[]) {
  const store = createFactsStore();
  for (const event of events) takeEvent(store, event);
  return store;
}
const [started, ...later] = makeRun({ workers: 2 });
const begun = started === undefined ? [] : [started];
const asked = () => call.mock.calls.map(([, request]) => request.processes);

describe('the pool size', () => {
  it('is the scenario’s until main says that the pool was resized', () => {
    const store = storeAfter(begun);
    expect(store.getState().poolSize).toBe(2);
    takeEvent(store, { type: 'resized', runId: 1, at: 5, processes: 7 });
    expect(store.getState().poolSize).toBe(7);
    takeEvent(store, { type: 'resized', runId: 9, at: 6, processes: 1 });
    expect(store.getState().poolSize).toBe(7);
  });

  it('goes on from what was asked for when a button is pressed before main has answered', async () => {
    call.mockResolvedValue({ ok: true, value: undefined });
    const resizeBy = makeResizer(storeAfter(begun));
    await Promise.all([resizeBy(1), resizeBy(1), resizeBy(-1)]);
    expect(asked()).toEqual([3, 4, 3]);
  });

  it('goes on from the true size after main refused', async () => {
    call.mockResolvedValue({ ok: false, message: 'No.' });
    const resizeBy = makeResizer(storeAfter(begun));
    await resizeBy(1);
    await resizeBy(1);
    expect(asked()).toEqual([3, 3]);
  });

  it('stays between one and the most that a pool may have, and asks nothing beyond', async () => {
    const store = storeAfter(begun);
    const resizeBy = makeResizer(store);
    takeEvent(store, { type: 'resized', runId: 1, at: 5, processes: 1 });
    await resizeBy(-1);
    takeEvent(store, { type: 'resized', runId: 1, at: 6, processes: MAX_PROCESSES });
    await resizeBy(1);
    expect(call).not.toHaveBeenCalled();
  });

  it('cannot be changed when nothing runs, and says why', async () => {
    const before = storeAfter([]);
    const after = storeAfter([...begun, ...later]);
    await makeResizer(before)(1);
    await makeResizer(after)(1);
    expect(call).not.toHaveBeenCalled();
    expect(whyFixed(before.getState())).toContain('nothing runs now');
    expect(whyFixed(after.getState())).toContain('nothing runs now');
    expect(whyFixed(storeAfter(begun).getState())).toBeNull();
  });
});
