/** What can be done with workshops: list, open, go through, save, end. Editing is in edit-workshop.ts. */
import { toast } from 'sonner';
import type { AppInfo } from '../../shared/ipc';
import type { Scenario } from '../../shared/scenario';
import { MOST_WORKSHOPS, type WorkshopProgress } from '../../shared/settings';
import {
  sameSource,
  type Workshop,
  type WorkshopFile,
  type WorkshopSource,
  type WorkshopStep,
} from '../../shared/workshop';
import type { DraftState, DraftStore } from '../store/draft';
import { isUnsaved, noWorkshop, spentBy, type WorkshopStore } from '../store/workshop';
import { wrongValue } from '../workshop/check-values';
import { ask } from './ask';
import { saveSettings } from './save-settings';

export type WorkshopActions = ReturnType<typeof createWorkshopActions>;

interface WorkshopParts {
  readonly store: WorkshopStore;
  readonly draft: DraftStore;
  /** Does something that main may refuse. */
  attempt(title: string, deed: () => Promise<void>): void;
  /** What a step is about, but for a scenario. */
  show(step: WorkshopStep): void;
  isShown(step: WorkshopStep): boolean;
  /** A scenario takes the place of lesson and lab. */
  showForm(scenario: Scenario): void;
  /** ms since the epoch. */
  now(): number;
}

const NOT_OPENED = 'This workshop was not opened';

export function createWorkshopActions({ store, draft, attempt, show, isShown, showForm, now }: WorkshopParts) {
  /** The form before the workshop's first scenario took its place. */
  let formBefore: DraftState | null = null;

  const nameOf = (source: WorkshopSource): string => ('path' in source ? source.path : source.name);

  /** Keeps where the workshop is, until the next start. */
  const keep = (): void => {
    const state = store.getState();
    const { workshop, source, step, progress } = state;
    if (workshop === null) {
      saveSettings({ workshops: { progress: [...progress], open: null } });
      return;
    }
    const spentMs = spentBy(state, now());
    const mine = source === null ? [] : [{ source, step, spentMs }];
    const others = progress.filter((other) => !sameSource(other.source, source));
    const all = [...mine, ...others].slice(0, MOST_WORKSHOPS);
    store.setState({ progress: all });
    const edited = isUnsaved(state) ? workshop : null;
    saveSettings({ workshops: { progress: all, open: { source, step, spentMs, edited } } });
  };

  const enter = (step: number): void => {
    const state = store.getState();
    const at = now();
    store.setState({ step, spentMs: spentBy(state, at), enteredAtMs: at });
    keep();
  };

  /** A text is about what comes before it, which may not be open: somebody went there directly, or the app was closed. */
  const openForText = (at: number): void => {
    const about = store
      .getState()
      .workshop?.steps.slice(0, at)
      .findLast(({ text }) => text === undefined);
    if (about === undefined || isShown(about)) return;
    if (about.scenario === undefined) show(about);
    else openScenario(about.scenario);
  };

  const open = (step: WorkshopStep, at: number): void => {
    const { scenario, text } = step;
    if (text !== undefined) openForText(at);
    else if (scenario === undefined) show(step);
    else openScenario(scenario);
  };

  const openScenario = (scenario: Scenario | string): void => {
    const given = typeof scenario === 'string' ? store.getState().scenarios[scenario] : scenario;
    if (given === undefined) {
      toast.error(`${scenario}: this scenario was not found. Save the workshop beside it and open it again.`);
      return;
    }
    formBefore ??= draft.getState();
    draft.load(given);
    showForm(given);
  };

  const goTo = (step: number): void => {
    const found = store.getState().workshop?.steps[step];
    if (found === undefined) return;
    enter(step);
    open(found, step);
  };

  /** What is not saved is asked about before anything else takes its place. */
  const leave = (then: () => void): void => {
    if (isUnsaved(store.getState())) store.setState({ leaving: then, listShown: false });
    else then();
  };

  const close = (): void => {
    if (formBefore !== null) draft.setState(formBefore);
    formBefore = null;
    store.setState({ ...noWorkshop });
  };

  /** @throws Error for choices that no lesson has */
  const take = ({ source, workshop, scenarios }: WorkshopFile, resumed?: Partial<WorkshopProgress>): void => {
    const wrong = wrongValue(workshop);
    if (wrong !== null) throw new Error(`${nameOf(source)}: ${wrong}`);
    const before = resumed ?? store.getState().progress.find((progress) => sameSource(progress.source, source));
    const step = Math.min(before?.step ?? 0, workshop.steps.length - 1);
    const place = { step, spentMs: before?.spentMs ?? [], enteredAtMs: now() };
    store.setState({ ...noWorkshop, workshop, source, saved: workshop, scenarios, ...place, listShown: false });
  };

  const takeAndBegin = (file: WorkshopFile): void => {
    keepPlace();
    take(file);
    goTo(store.getState().step);
  };

  /** Where the one that is open was, for when it is opened again. */
  const keepPlace = (): void => {
    if (store.getState().workshop !== null) keep();
  };

  const save = async (as: boolean): Promise<boolean> => {
    const { workshop, source } = store.getState();
    if (workshop === null) return true;
    const file = await ask('workshop:save', { workshop: workshop as Workshop, source, as });
    if (file === null) return false;
    const { workshop: saved, scenarios } = file;
    store.setState({ workshop: saved, saved, source: file.source, scenarios });
    keep();
    toast(`Saved as ${nameOf(file.source)}`);
    return true;
  };

  return {
    keep: keepPlace,
    goTo,
    next: (): void => goTo(store.getState().step + 1),
    previous: (): void => goTo(store.getState().step - 1),
    /** A workshop that main has read, however it was asked for. @throws Error with one sentence */
    take(file: WorkshopFile): void {
      const wrong = wrongValue(file.workshop);
      if (wrong !== null) throw new Error(`${nameOf(file.source)}: ${wrong}`);
      leave(() => takeAndBegin(file));
    },
    openSource(source: WorkshopSource): void {
      attempt(NOT_OPENED, async () => this.take(await ask('workshop:open', { source })));
    },
    showList(listShown: boolean): void {
      if (!listShown) store.setState({ listShown });
      // What is in it has the focus: it is there first.
      else
        attempt('The workshops were not listed', async () => {
          store.setState({ list: await ask('workshop:list', undefined), listShown });
        });
    },
    /** A workshop of one's own, to be edited at once. */
    create(): void {
      leave(() => {
        keepPlace();
        const step: WorkshopStep = { title: 'Welcome', text: ['What this workshop is about.'], minutes: 5, notes: [] };
        const workshop: Workshop = { version: 1, title: 'New workshop', language: 'en', steps: [step] };
        store.setState({ ...noWorkshop, workshop, enteredAtMs: now(), listShown: false, editing: true });
        goTo(0);
      });
    },
    save: (as: boolean): void => attempt('The workshop was not saved', async () => void (await save(as))),
    /** What is not saved is saved first, then what was to be done is done. */
    saveAndLeave(): void {
      attempt('The workshop was not saved', async () => {
        const { leaving } = store.getState();
        store.setState({ leaving: null });
        if (await save(false)) leaving?.();
      });
    },
    leaveUnsaved(): void {
      const { leaving, saved } = store.getState();
      store.setState({ leaving: null, workshop: saved });
      leaving?.();
    },
    stay: (): void => store.setState({ leaving: null }),
    /** Over, and forgotten where it was. */
    end(): void {
      leave(() => {
        const { source, progress } = store.getState();
        close();
        store.setState({ progress: progress.filter((other) => !sameSource(other.source, source)) });
        keep();
      });
    },
    setNotes: (notesShown: boolean): void => store.setState({ notesShown }),
    edit: (editing: boolean): void => store.setState({ editing }),
    /** The one that was open when the app was closed. @param quietly something else was asked for: nothing is opened */
    async restore({ settings: { workshops } }: AppInfo, quietly: boolean): Promise<void> {
      store.setState({ progress: workshops.progress });
      if (workshops.open === null) return;
      const { source, edited, step, spentMs } = workshops.open;
      let file: WorkshopFile | null = null;
      try {
        if (source !== null) file = await ask('workshop:open', { source });
      } catch (error) {
        toast.error(error instanceof Error ? error.message : String(error));
      }
      if (file !== null) take(file, { step, spentMs });
      if (edited !== null) {
        const last = edited.steps.length - 1;
        const place = { step: Math.min(step, last), spentMs, enteredAtMs: now() };
        store.setState({ workshop: edited, source: file?.source ?? null, ...place });
      }
      const present = store.getState();
      const shown = present.workshop?.steps[present.step];
      // The form is as it was left.
      if (!quietly && shown !== undefined && shown.scenario === undefined) open(shown, present.step);
    },
  };
}
