import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorkshopActions } from '../../../../src/renderer/actions/workshops';
import { createDraftStore } from '../../../../src/renderer/store/draft';
import { createWorkshopStore, isUnsaved } from '../../../../src/renderer/store/workshop';
import type { AppInfo } from '../../../../src/shared/ipc';
import { parseWorkshop } from '../../../../src/shared/parse-workshop';
import { scenarioSchema } from '../../../../src/shared/scenario';
import { settingsSchema } from '../../../../src/shared/settings';
import type { WorkshopFile, WorkshopStep } from '../../../../src/shared/workshop';

const naps = { version: 1, name: 'Naps', workload: { name: 'sleep' }, input: { items: [1] } } as const;
const own = scenarioSchema.parse({ version: 1, name: 'Own', workload: { name: 'sleep' } });

const steps = [
  { title: 'Hello', text: 'Hello.', minutes: 5 },
  { lesson: 'pickling', values: { kind: 'numbers' }, minutes: 10 },
  { scenario: naps, minutes: 5 },
];
const file = (path = '/w.json', given: readonly unknown[] = steps): WorkshopFile => ({
  source: { path },
  workshop: parseWorkshop({ version: 1, title: 'Mine', steps: given }),
  scenarios: {},
});

/** Main, which answers when the test says so. */
const call = vi.fn();
beforeEach(() => {
  call.mockReset();
  call.mockResolvedValue({ ok: true, value: undefined });
  vi.stubGlobal('window', { poolscope: { call } });
});

function opened() {
  const store = createWorkshopStore();
  const draft = createDraftStore(own);
  const shown: (WorkshopStep | 'form')[] = [];
  const troubles: string[] = [];
  const clock = { ms: 0 };
  const actions = createWorkshopActions({
    store,
    draft,
    attempt: (_, deed) => void deed().catch((error: Error) => troubles.push(error.message)),
    show: (step) => shown.push(step),
    isShown: (step) => (step.scenario === undefined ? shown.at(-1) === step : shown.at(-1) === 'form'),
    showForm: () => shown.push('form'),
    now: () => clock.ms,
  });
  return { store, draft, shown, troubles, clock, actions };
}

describe('going through a workshop', () => {
  it('opens each step, and counts the time in it', () => {
    const { actions, store, shown, clock } = opened();
    actions.take(file());
    clock.ms = 4000;
    actions.next();
    clock.ms = 9000;
    actions.previous();
    expect(store.getState()).toMatchObject({ step: 0, spentMs: [4000, 5000, 0] });
    expect(shown.map((step) => (step === 'form' ? step : step.lesson))).toEqual(['pickling']);
  });

  it('opens the lesson that a text is about, where it is not open', () => {
    const { actions, shown } = opened();
    actions.take(
      file('/w.json', [steps[0], steps[1], { title: 'Exercise', text: 'Try it.' }, { title: 'Break', text: 'Rest.' }]),
    );
    actions.goTo(2);
    actions.next();
    expect(shown.map((step) => (step === 'form' ? step : step.lesson))).toEqual(['pickling']);
  });

  it('puts the scenario that a text is about into the form where a lesson is open, and leaves a changed form alone', () => {
    const { actions, draft, shown } = opened();
    actions.take(file('/w.json', [steps[1], steps[2], { title: 'Exercise', text: 'Find its process.' }]));
    actions.goTo(2);
    expect(shown.at(-1)).toBe('form');
    expect(draft.getState().scenario?.name).toBe('Naps');
    draft.load(own);
    actions.goTo(2);
    expect(draft.getState().scenario?.name).toBe('Own');
  });

  it('ends at the last step, and stays at the first', () => {
    const { actions, store } = opened();
    actions.take(file());
    actions.previous();
    expect(store.getState().step).toBe(0);
    for (let presses = 0; presses < 5; presses++) actions.next();
    expect(store.getState().step).toBe(2);
  });

  it('puts a scenario into the form, and what was there comes back at the end', () => {
    const { actions, draft } = opened();
    actions.take(file());
    actions.goTo(2);
    expect(draft.getState().fields.name).toBe('Naps');
    actions.end();
    expect(draft.getState().fields.name).toBe('Own');
  });

  it('goes on where it was when it is opened again, and from the first step once it was ended', () => {
    const { actions, store } = opened();
    actions.take(file());
    actions.next();
    actions.take(file('/other.json'));
    expect(store.getState().step).toBe(0);
    actions.take(file());
    expect(store.getState().step).toBe(1);
    actions.end();
    actions.take(file());
    expect(store.getState().step).toBe(0);
  });

  it('is refused where it makes choices that no lesson has, and the one that is open stays', () => {
    const { actions, store } = opened();
    actions.take(file());
    const wrong = file('/wrong.json', [{ lesson: 'pickling', values: { colour: 'red' } }]);
    expect(() => actions.take(wrong)).toThrow(
      /^\/wrong\.json: steps\[0\]\.values\.colour: pickling has no such control/,
    );
    expect(store.getState().source).toEqual({ path: '/w.json' });
  });
});

describe('changes that are not saved', () => {
  function changed() {
    const parts = opened();
    parts.actions.take(file());
    const { workshop } = parts.store.getState();
    if (workshop === null) throw new Error('none is open');
    parts.store.setState({ workshop: { ...workshop, title: 'Changed' } });
    return parts;
  }

  it('are asked about before another workshop takes their place', () => {
    const { actions, store } = changed();
    actions.take(file('/other.json'));
    expect(store.getState().source).toEqual({ path: '/w.json' });
    actions.stay();
    expect(store.getState().workshop?.title).toBe('Changed');
    actions.take(file('/other.json'));
    actions.leaveUnsaved();
    expect(store.getState().source).toEqual({ path: '/other.json' });
  });

  it('are kept where saving is cancelled or refused', async () => {
    const { actions, store, troubles } = changed();
    call.mockResolvedValue({ ok: true, value: null });
    actions.end();
    actions.saveAndLeave();
    await vi.waitFor(() => expect(call).toHaveBeenCalled());
    call.mockResolvedValue({ ok: false, message: '/w.json: the disk is full' });
    actions.end();
    actions.saveAndLeave();
    await vi.waitFor(() => expect(troubles).toEqual(['/w.json: the disk is full']));
    expect(isUnsaved(store.getState())).toBe(true);
  });

  it('are saved, and then what was to be done is done', async () => {
    const { actions, store } = changed();
    call.mockImplementation(async (name: string, request: { workshop: unknown }) =>
      name === 'workshop:save'
        ? { ok: true, value: { ...file(), workshop: request.workshop } }
        : { ok: true, value: undefined },
    );
    actions.end();
    actions.saveAndLeave();
    await vi.waitFor(() => expect(store.getState().workshop).toBe(null));
  });

  it('are there again at the next start, also where the file is gone', async () => {
    const { store } = changed();
    const edited = store.getState().workshop;
    const open = { source: { path: '/w.json' }, step: 1, spentMs: [7000, 0, 0], edited };
    const settings = settingsSchema.parse({ workshops: { progress: [], open } });
    const next = opened();
    call.mockResolvedValue({ ok: false, message: '/w.json: there is no such file' });
    await next.actions.restore({ settings } as AppInfo, false);
    expect(next.store.getState()).toMatchObject({ step: 1, spentMs: [7000, 0, 0], source: null });
    expect(next.store.getState().workshop?.title).toBe('Changed');
    expect(next.shown).toHaveLength(1);
  });
});
