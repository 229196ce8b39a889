import { describe, expect, it } from 'vitest';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { createViewStore, spanOf } from '../../../../src/renderer/store/view';
import { createCommands } from '../../../../src/renderer/timeline/commands';
import { row as asRow, nanos } from '../../../../src/shared/units';
import { makeRun } from '../../../fixtures/make-run';

function opened(options: Parameters<typeof makeRun>[0]) {
  const facts = createFactsStore();
  for (const event of makeRun(options)) takeEvent(facts, event);
  const view = createViewStore();
  const commands = createCommands(facts, view);
  commands.keepUp(facts.getState().now);
  return { facts, view, commands };
}
const live = { tasks: 60, workers: 2, batchNs: 50e6, stopAfter: 6 };

describe('following a live run', () => {
  it('shows all of it from the start', () => {
    const { view, facts } = opened(live);
    expect(view.getState().viewport.endNs).toBeGreaterThanOrEqual(facts.getState().now);
    expect(view.getState()).toMatchObject({ followLive: true, fitted: true });
  });

  it('lets go when the person moves the view, and returns with one key', () => {
    const { view, facts, commands } = opened(live);
    commands.zoom(10, 100e6);
    expect(view.getState().followLive).toBe(false);
    const held = view.getState().viewport;
    commands.keepUp(facts.getState().now + 50e6);
    expect(view.getState().viewport).toEqual(held);
    commands.toggleFollow();
    commands.keepUp(facts.getState().now + 50e6);
    const { viewport } = view.getState();
    expect(spanOf(viewport)).toBeCloseTo(spanOf(held), -3);
    expect(viewport.endNs).toBeGreaterThan(facts.getState().now + 50e6);
  });

  it('is returned to by going back, and not let go of by a range', () => {
    const { view, facts, commands } = opened(live);
    commands.selectRange({ startNs: nanos(1e6), endNs: nanos(9e6), workers: null });
    expect(view.getState().followLive).toBe(true);
    commands.show(1e6, 9e6);
    expect(view.getState().followLive).toBe(false);
    commands.back();
    commands.keepUp(facts.getState().now + 50e6);
    expect(view.getState()).toMatchObject({ followLive: true, fitted: true });
    expect(view.getState().viewport.endNs).toBeGreaterThan(facts.getState().now + 50e6);
  });

  it('comes to rest with the whole run when it ends', () => {
    const { view, facts } = opened({ tasks: 60, workers: 2 });
    const { viewport } = view.getState();
    expect(viewport.startNs).toBeLessThanOrEqual(0);
    expect(viewport.endNs).toBeCloseTo(facts.getState().now * 1.03, -5);
  });
});

describe('selecting', () => {
  it('lets go of the selection first, then of the focus', () => {
    const { view, commands } = opened({ tasks: 4 });
    commands.focus(asRow(2));
    commands.select(asRow(1));
    commands.clear();
    expect(view.getState()).toMatchObject({ selection: [], focusedRow: 2 });
    commands.clear();
    expect(view.getState().focusedRow).toBeNull();
  });

  it('adds rows to the selection and takes them out again', () => {
    const { view, commands } = opened({ tasks: 4 });
    commands.select(asRow(1));
    commands.select(asRow(3), true);
    expect(view.getState().selection).toEqual([1, 3]);
    commands.select(asRow(1), true);
    expect(view.getState().selection).toEqual([3]);
    commands.select(asRow(2));
    expect(view.getState().selection).toEqual([2]);
  });

  it('lets go of one thing at a time, the latest kind first', () => {
    const { view, commands } = opened({ tasks: 4 });
    const stretch = { startNs: nanos(1), endNs: nanos(2) };
    commands.select(asRow(1));
    commands.selectRange({ ...stretch, workers: null });
    commands.explain({ ...stretch, worker: 0 });
    commands.showEvidence([{ ...stretch, worker: null }]);
    commands.measure(stretch);
    commands.clear();
    expect(view.getState()).toMatchObject({ measure: null, gap: { worker: 0 } });
    commands.clear();
    expect(view.getState()).toMatchObject({ gap: null, evidence: [], range: { workers: null } });
    commands.clear();
    expect(view.getState()).toMatchObject({ range: null, selection: [1] });
  });
});
