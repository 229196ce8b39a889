import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeRun } from '../../../fixtures/make-run';

vi.stubGlobal('window', { addEventListener: () => undefined });
const { keepBeside, letBesideGo, swapRuns } = await import('../../../../src/renderer/actions/keep-beside');
const units = await import('../../../../src/shared/units');
const { besideStore, factsStore, notesStore } = await import('../../../../src/renderer/store');
const { noFacts, takeEvent } = await import('../../../../src/renderer/store/facts');
const { toRepeat } = await import('../../../../src/renderer/actions/to-repeat');

function show(runId: number, seed: number, until = Number.POSITIVE_INFINITY): void {
  for (const event of makeRun({ seed }).slice(0, until)) takeEvent(factsStore, { ...event, runId });
}

const idOf = (store: typeof factsStore): number | null => store.getState().started?.runId ?? null;

beforeEach(() => {
  factsStore.setState(noFacts(), true);
  besideStore.setState(noFacts(), true);
});

describe('a run that is kept beside', () => {
  it('makes room for the next one, with all that is known of it', () => {
    show(1, 1);
    const { data } = factsStore.getState();
    keepBeside();
    expect([idOf(factsStore), idOf(besideStore)]).toEqual([null, 1]);
    expect(besideStore.getState().data).toBe(data);
    expect(besideStore.getState().started?.beside).toBe(true);
  });

  it('is not one that is under way', () => {
    show(1, 1, 2);
    keepBeside();
    expect([idOf(factsStore), idOf(besideStore)]).toEqual([1, null]);
  });

  it('comes back when it is let go before another run, and goes for good after it', () => {
    show(1, 1);
    keepBeside();
    letBesideGo();
    expect([idOf(factsStore), idOf(besideStore)]).toEqual([1, null]);
    keepBeside();
    show(2, 2);
    letBesideGo();
    expect([idOf(factsStore), idOf(besideStore)]).toEqual([2, null]);
  });

  it('takes along what was written on it, and brings it back', () => {
    show(1, 1);
    const { nanos } = units;
    notesStore.setState({ notes: [{ id: 1, atNs: nanos(5e6), row: null, text: 'here' }] });
    keepBeside();
    expect(notesStore.getState().notes).toEqual([]);
    letBesideGo();
    expect(notesStore.getState().notes.map(({ text }) => text)).toEqual(['here']);
  });

  it('can be swapped with the one that is shown, once that has ended', () => {
    show(1, 1);
    keepBeside();
    show(2, 2, 2);
    swapRuns();
    expect([idOf(factsStore), idOf(besideStore)]).toEqual([2, 1]);
    show(2, 2);
    swapRuns();
    expect([idOf(factsStore), idOf(besideStore)]).toEqual([1, 2]);
    expect(factsStore.getState().started?.beside).toBe(false);
  });
});

describe('what is repeated', () => {
  it('are both scenarios where they differ, one where they do not, and the form where nothing is shown', () => {
    show(1, 1);
    const form = factsStore.getState().started?.scenario ?? null;
    keepBeside();
    show(2, 2);
    expect(toRepeat(null).map(({ seed }) => seed)).toEqual([2, 1]);
    show(3, 1);
    expect(toRepeat(null).map(({ seed }) => seed)).toEqual([1]);
    factsStore.setState(noFacts(), true);
    besideStore.setState(noFacts(), true);
    expect(toRepeat(form)).toEqual([form]);
    expect(toRepeat(null)).toEqual([]);
  });
});
