/** What a person can do besides looking: run, stop, kill, open, save, choose a theme. Buttons and keys both call these. */
import { toast } from 'sonner';
import type { Experiment } from '../../shared/experiments';
import type { AppInfo } from '../../shared/ipc';
import type { ResultFormat } from '../../shared/labs';
import type { RunEvent } from '../../shared/run-events';
import type { Scenario } from '../../shared/scenario';
import type { Theme } from '../../shared/settings';
import type { SliceData } from '../../shared/slices';
import type { WindowEvent } from '../../shared/window-events';
import { isLive } from '../derive/is-live';
import { SETUP_UNKNOWN } from '../derive/setup-unknown';
import { keepSlice } from '../derive/slices/keep-slice';
import { takeExportNews } from '../export/export-actions';
import { labOf } from '../labs/registry';
import { keepPictures } from '../recordings/keep-pictures';
import { besideStore, factsStore, laneStore, logStore, viewStore } from '../store';
import { breakEvenStore } from '../store/break-even';
import { chaosStore } from '../store/chaos';
import { compareStore, takeProgress } from '../store/compare';
import { createDraftStore, type DraftState, type DraftStore, numberOf } from '../store/draft';
import { takeEvent } from '../store/facts';
import { labStore } from '../store/lab';
import { lessonStore } from '../store/lesson';
import { takeOutput } from '../store/log';
import { presenterStore } from '../store/presenter';
import { refuseInSequence, sequenceStore } from '../store/sequence';
import { createSessionStore, type SessionStore } from '../store/session';
import { workshopStore } from '../store/workshop';
import { timelineCommands } from '../timeline/commands';
import { ask } from './ask';
import { canKeep, keepBeside, letBesideGo, swapRuns } from './keep-beside';
import { closeLab, exportLab, openLab, openLabOf, saveLab } from './labs';
import { lessonLab, lessonRun, openLesson } from './lessons';
import { loadScenario } from './load-scenario';
import { cancelOpening, takeOpening } from './opening';
import { takeRecordingsNews } from './recordings';
import { saveAnnotations } from './save-annotations';
import { saveNow, saveSettings } from './save-settings';
import { showStep } from './show-step';
import { toRepeat } from './to-repeat';
import { createWorkshopActions, type WorkshopActions } from './workshops';

export interface Actions {
  readonly draft: DraftStore;
  readonly session: SessionStore;
  isRunning(): boolean;
  /** Runs the lesson or the lab that is open, else the form's scenario. */
  run(): void;
  stop(): void;
  kill(): void;
  /** Lets the person choose a file and opens it: a scenario, a workshop, a session or a trace. */
  open(): void;
  /** @param path null: the person chooses. @param beside to be compared with the run that is shown */
  openFile(path: string | null, beside?: boolean): void;
  /** @returns whether a file was being read */
  cancelOpening(): boolean;
  /** Puts the scenario of the run that is shown into the form. */
  useRecordedScenario(): void;
  save(): void;
  /** Lets the person choose a file with a function of theirs. */
  chooseModule(): void;
  /** Makes a JavaScript file the scenario's function. */
  takeModule(path: string): void;
  /** Runs the scenario under faults, once for each policy. */
  startChaos(): void;
  cancelChaos(): void;
  /** Opens the lab of the open lesson with the lesson's set-up, and runs it. */
  runLessonLab(): void;
  /** Saves the form's scenario with the controls of the lab that is open. */
  saveLab(): void;
  /** Saves what the lab that is open has come to. */
  exportLab(format: ResultFormat): void;
  /** Keeps the shown run beside the next one, or lets go of the run that is beside. */
  toggleBeside(): void;
  letBesideGo(): void;
  swapRuns(): void;
  /** Runs the scenario of the shown run once more, next to it. The form stays as it is. */
  runAgain(): void;
  /** Runs the scenarios that are compared several times, to know their noise. */
  startRepeat(): void;
  cancelRepeat(): void;
  readonly workshops: WorkshopActions;
  setTheme(theme: Theme): void;
  showShortcuts(shown: boolean): void;
  showPalette(shown: boolean): void;
  closeTrouble(): void;
}

const MODULE_FILE = 'workload.params.file';
const NOT_OPENED = 'This file was not opened';

/** The id of the run under way, or null. */
function runningId(): number | null {
  const facts = factsStore.getState();
  return isLive(facts) ? (facts.started?.runId ?? null) : null;
}

/** Also between two runs of several in a row. */
const isBusy = (): boolean => runningId() !== null || sequenceStore.getState().current !== null;

/** @param refused told that run or save was asked for while the form is not valid */
export function createActions(info: AppInfo, refused: (form: DraftState) => void = () => undefined): Actions {
  const { opened, settings, defaultScenario } = info;
  const given = opened !== null && 'scenario' in opened ? opened.scenario : null;
  const draft = createDraftStore(given ?? settings.lastScenario ?? defaultScenario);
  const session = createSessionStore(info);
  laneStore.setState(settings.lanes);
  presenterStore.setState(settings.presenter);
  lessonStore.setState({ done: settings.lessonsDone });
  if (opened !== null && 'lesson' in opened) openLesson(opened.lesson);
  if (opened !== null && 'lab' in opened) openLab(opened.lab);
  if (given !== null) openLabOf(given);
  if (opened !== null && 'trouble' in opened) {
    session.setState({ trouble: { title: NOT_OPENED, text: opened.trouble } });
  }

  /** Asked for, and not answered yet: a double click is one wish, not a second run for main to refuse. */
  let starting = false;

  /** Does something that main may refuse; the sentence goes into a dialog, and what was open stays as it was. */
  const attempt = (title: string, deed: () => Promise<void>): void => {
    deed().catch((error: unknown) => {
      session.setState({ trouble: { title, text: error instanceof Error ? error.message : String(error) } });
    });
  };

  const start = (
    what: { readonly scenario: Scenario } | { readonly experiment: Experiment },
    title: string,
    started: (runId: number) => void = () => undefined,
  ): void => {
    if (starting || isBusy()) return;
    starting = true;
    attempt(title, async () => {
      try {
        const runId =
          'experiment' in what ? await ask('experiment:start', what.experiment) : await ask('run:start', what.scenario);
        if (runId === null) toast('Not started: its code was not allowed to run.');
        else started(runId);
      } finally {
        starting = false;
        compareStore.setState({ keepNext: false });
      }
    });
  };

  const openFile = (path: string | null, beside = false): void =>
    attempt(NOT_OPENED, async () => {
      const opened = await ask('file:open', { path, beside });
      if (opened?.kind === 'workshop') workshops.take(opened.file);
      if (opened?.kind !== 'scenario') return;
      draft.load(opened.file.scenario);
      openLabOf(opened.file.scenario);
    });

  const workshops = createWorkshopActions({
    store: workshopStore,
    draft,
    attempt,
    ...showStep,
    now: Date.now,
  });
  listen(openFile);
  saveAnnotations();
  keepPictures();
  void workshops.restore(info, opened !== null).then(() => {
    if (opened !== null && 'workshop' in opened) workshops.openSource(opened.workshop);
  });
  if (opened !== null && 'path' in opened) openFile(opened.path);
  draft.subscribe(({ scenario }) => {
    if (scenario !== null) saveSettings({ lastScenario: scenario });
  });
  window.addEventListener('pagehide', () => {
    workshops.keep();
    saveNow();
  });
  for (const notice of info.notices) toast(notice, { duration: 20_000, closeButton: true });

  const actions: Actions = {
    draft,
    session,
    isRunning: isBusy,
    run: () => {
      const lesson = lessonRun(info.cores);
      if (lesson !== null) {
        closeLab();
        start(lesson.what, 'This lesson did not start', lesson.started);
        return;
      }
      const { scenario } = draft.getState();
      const { open } = labStore.getState();
      const lab = open === null ? null : labOf(open);
      if (starting || isBusy()) return;
      if (lab !== null && (scenario !== null || !lab.runsForm)) lab.run(actions);
      else if (scenario === null) refused(draft.getState());
      else start({ scenario }, 'This scenario did not start');
    },
    stop: () => {
      const runId = runningId();
      const { current } = sequenceStore.getState();
      if (current !== null) current.stop();
      else if (runId !== null) attempt('The run could not be stopped', () => ask('run:stop', { runId }));
    },
    kill: () => {
      const runId = runningId();
      if (runId !== null) attempt('The run could not be killed', () => ask('run:kill', { runId }));
      // Between two runs there is none to kill; after a killed one nobody goes on.
      else sequenceStore.getState().current?.stop();
    },
    open: () => openFile(null),
    openFile,
    cancelOpening,
    useRecordedScenario: () => {
      const scenario = factsStore.getState().started?.scenario ?? null;
      if (scenario !== null) loadScenario(draft, scenario);
    },
    save: () => {
      const { scenario } = draft.getState();
      if (scenario === null) {
        refused(draft.getState());
        return;
      }
      attempt('The scenario was not saved', async () => {
        const file = await ask('scenario:save', scenario);
        if (file !== null) toast(`Saved as ${file.path}`);
      });
    },
    chooseModule: () =>
      attempt('The file was not chosen', async () => {
        const path = await ask('module:choose', undefined);
        if (path !== null) draft.set(MODULE_FILE, path);
      }),
    takeModule: (path) => {
      if (draft.getState().fields['workload.name'] !== 'module') draft.setWorkload('module');
      draft.set(MODULE_FILE, path);
    },
    startChaos: () => {
      const { scenario } = draft.getState();
      if (scenario === null) {
        refused(draft.getState());
        return;
      }
      attempt('The chaos bench did not start', async () => {
        refuseInSequence();
        const { faults, kind, seed } = chaosStore.getState();
        const request = { scenario, faults: numberOf(faults) as number, kind, seed: numberOf(seed) as number };
        const begun = await ask('chaos:start', request);
        // What is refused was not run: the results that stand there are not its own.
        if (begun)
          chaosStore.setState({
            scenario: { ...scenario, lab: { name: 'chaos', faults: request.faults, kind, seed: request.seed } },
          });
        else toast('Not started: its code was not allowed to run.');
      });
    },
    cancelChaos: () => attempt('The chaos bench was not cancelled', () => ask('chaos:cancel', undefined)),
    runLessonLab: () => {
      const scenario = lessonLab(info.cores);
      if (scenario === null) return;
      draft.load(scenario);
      openLabOf(scenario);
      if (scenario.lab !== undefined) labOf(scenario.lab.name).run(actions);
    },
    saveLab: () => {
      const { open } = labStore.getState();
      // Where the lab's controls are the whole set-up, a form that is not shown must not stand in the way.
      const without = open !== null && !labOf(open).runsForm ? defaultScenario : null;
      const scenario = draft.getState().scenario ?? without;
      if (scenario === null) refused(draft.getState());
      else attempt('The lab was not saved', () => saveLab(scenario));
    },
    exportLab: (format) => attempt('The results were not exported', () => exportLab(format)),
    toggleBeside: () => {
      if (besideStore.getState().started !== null) letBesideGo();
      else if (canKeep()) keepBeside();
      else
        toast(runningId() === null ? 'There is no run to keep beside yet.' : 'The run can be kept once it has ended.');
    },
    letBesideGo,
    swapRuns,
    runAgain: () => {
      const { started } = factsStore.getState();
      if (started === null) toast('There is no run to run again yet.');
      else if (isBusy()) toast('A run is under way; stop it first.');
      else if (started.experiment !== undefined) start({ experiment: started.experiment }, 'It was not run again');
      else if (started.scenario === null) toast(`${SETUP_UNKNOWN}, so it cannot be run again.`);
      else {
        compareStore.setState({ keepNext: true });
        start({ scenario: started.scenario }, 'It was not run again');
      }
    },
    startRepeat: () => {
      const scenarios = toRepeat(draft.getState().scenario);
      if (scenarios.length === 0) {
        toast('There is no scenario to repeat: the form is not valid.');
        return;
      }
      attempt('The runs were not repeated', async () => {
        refuseInSequence();
        const { times, warmUp } = compareStore.getState();
        compareStore.setState({ asked: scenarios });
        const request = { scenarios: [...scenarios], times: numberOf(times) as number, warmUp };
        if (!(await ask('repeat:start', request))) toast('Not started: its code was not allowed to run.');
      });
    },
    cancelRepeat: () => attempt('The runs were not cancelled', () => ask('repeat:cancel', undefined)),
    workshops,
    setTheme: (theme) => {
      session.setState({ theme });
      attempt('The theme was not changed', () => ask('settings:write', { theme }));
    },
    showShortcuts: (shortcutsShown) => session.setState({ shortcutsShown }),
    showPalette: (paletteShown) => session.setState({ paletteShown }),
    closeTrouble: () => session.setState({ trouble: null }),
  };
  return actions;
}

/** Events go into the store as they come; main sends the next batch when this one has been taken. */
function listen(openFile: (path: string) => void): void {
  window.poolscope.onEvent((events) => {
    for (const event of events) take(event, openFile);
  });
}

function take(event: WindowEvent, openFile: (path: string) => void): void {
  if (event.type === 'chaos') chaosStore.setState({ progress: event });
  else if (event.type === 'break-even') breakEvenStore.setState({ progress: event });
  else if (event.type === 'opening') takeOpening(event);
  else if (event.type === 'file-asked') openFile(event.path);
  else if (event.type === 'repeat') takeProgress(compareStore, event);
  else if (event.type === 'recordings') takeRecordingsNews(event);
  else if (event.type === 'export') takeExportNews(event);
  else takeRunEvent(event);
}

function takeRunEvent(event: RunEvent): void {
  const beside = event.type === 'started' ? event.beside : event.runId === besideStore.getState().started?.runId;
  if (event.type === 'started' && !beside) {
    if (event.source.kind === 'live' && compareStore.getState().keepNext) keepBeside();
    timelineCommands.reset();
    // A run from a file was asked for to be seen.
    if (event.source.kind === 'file') closeLab();
  }
  const before = factsStore.getState().data.slices;
  takeEvent(beside ? besideStore : factsStore, event);
  if (!beside) takeOutput(logStore, event);
  const isPicture = event.type === 'slices' && event.whole === true;
  if (isPicture) keepSelectedSlice(before);
  if (event.type === 'telemetry' || event.type === 'output' || isPicture)
    void window.poolscope.call('run:ack', { runId: event.runId });
}

/** The picture that came takes the place of another: what was selected there is so here. */
function keepSelectedSlice(before: SliceData): void {
  const { slice } = viewStore.getState();
  if (slice === null) return;
  const kept = keepSlice(before, factsStore.getState().data.slices, slice);
  if (kept !== slice) viewStore.setState({ slice: kept });
}
