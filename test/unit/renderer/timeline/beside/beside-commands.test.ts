import { describe, expect, it } from 'vitest';
import { createFactsStore } from '../../../../../src/renderer/store/facts';
import { createViewStore } from '../../../../../src/renderer/store/view';
import { createBesideCommands, sharedView } from '../../../../../src/renderer/timeline/beside/beside-view';
import { createCommands } from '../../../../../src/renderer/timeline/commands';
import { nanos, row } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

const OFFSET = 7e9;

function opened() {
  const facts = createFactsStore();
  facts.setState(makeFacts({ tasks: 40, workers: 2 }));
  const view = createViewStore();
  const shown = createCommands(facts, view, () => 0);
  shown.fit();
  const own = createViewStore();
  const beside = createBesideCommands(shown, facts, own, () => OFFSET);
  const follow = (): void => own.setState(sharedView(view.getState(), OFFSET));
  follow();
  return { shown, beside, view, own, follow };
}

describe('commands on the run beside', () => {
  it('zoom both runs around the same moment', () => {
    const { beside, view, own, follow } = opened();
    const { startNs, endNs } = own.getState().viewport;
    const at = startNs + (endNs - startNs) / 4;
    beside.zoom(2, at);
    follow();
    const zoomed = own.getState().viewport;
    expect((at - zoomed.startNs) / (zoomed.endNs - zoomed.startNs)).toBeCloseTo(0.25);
    expect(zoomed.startNs - view.getState().viewport.startNs).toBe(OFFSET);
  });

  it('measure and select ranges on both, each on its own clock', () => {
    const { beside, view, own, follow } = opened();
    beside.measure({ startNs: nanos(OFFSET + 10), endNs: nanos(OFFSET + 30) });
    beside.selectRange({ startNs: nanos(OFFSET + 1), endNs: nanos(OFFSET + 2), workers: [1] });
    follow();
    expect(view.getState().measure).toEqual({ startNs: 10, endNs: 30 });
    expect(view.getState().range).toEqual({ startNs: 1, endNs: 2, workers: null });
    expect(own.getState().measure).toEqual({ startNs: OFFSET + 10, endNs: OFFSET + 30 });
  });

  it('select tasks of its own, and let go of them before what both have', () => {
    const { beside, view, own, follow } = opened();
    beside.select(row(3));
    expect(view.getState().selection).toEqual([]);
    expect(own.getState().selection).toEqual([3]);
    beside.selectRange({ startNs: nanos(OFFSET), endNs: nanos(OFFSET + 5), workers: null });
    follow();
    beside.clear();
    expect(view.getState().range).toBeNull();
    follow();
    beside.clear();
    expect(own.getState().selection).toEqual([]);
  });
});
