/**
 * The contract between the window and main: one table of calls, each with the schema of its request, and one stream of
 * events. Preload and the gate in main are derived from it; nothing is restated.
 */
import { z } from 'zod';
import { annotationsSchema } from './annotations';
import type { BreakEvenProgress } from './break-even/costs';
import { chaosSchema } from './chaos';
import { experimentSchema } from './experiments';
import { type ExportJob, exportEndSchema, exportPieceSchema, exportSharesSchema } from './export-job';
import type { GallerySent } from './gallery';
import type { CallName } from './ipc-channels';
import { LAB_NAMES, type LabName, MOST_RESULT_CHARACTERS, RESULT_FORMATS } from './labs';
import type { LessonName } from './lesson-names';
import { MAX_PROCESSES } from './limits';
import { PRICE_SIDES, type Price } from './price';
import { MOST_PICTURE_BYTES, type RecordingList, recordingIdSchema } from './recordings';
import { repeatSchema } from './repeat';
import { type Scenario, scenarioSchema } from './scenario';
import { type Settings, settingsChangeSchema } from './settings';
import type { WindowEvent } from './window-events';
import { exportRequestSchema } from './window-export';
import {
  type WorkshopFile,
  type WorkshopList,
  type WorkshopSource,
  workshopSchema,
  workshopSourceSchema,
} from './workshop';

const nothing = z.undefined();
const isPicture = (bytes: Uint8Array): boolean => bytes.length <= MOST_PICTURE_BYTES;
const runId = z.int().min(1);
/** Input positions of tasks whose results are asked for; a page at a time. */
const someTasks = z.object({ runId, tasks: z.array(z.int().min(0)).max(500) });

/** Facts about the app and the machine that do not change while it runs. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly node: string;
  readonly chrome: string;
  readonly platform: string;
  readonly cpuModel: string;
  readonly cores: number;
  readonly mainPid: number;
  /** The scenario that ships with the app. */
  readonly defaultScenario: Scenario;
  readonly settings: Settings;
  /**
   * The file on the command line: its scenario, the path of a session or trace for the window to open, or the sentence
   * that says why it is neither. Or the lesson, lab or workshop that was asked for there.
   */
  readonly opened:
    | { readonly scenario: Scenario }
    | { readonly path: string }
    | { readonly lesson: LessonName }
    | { readonly lab: LabName }
    | { readonly workshop: WorkshopSource }
    | { readonly trouble: string }
    | null;
  /** Sentences that the person should read once, such as a damaged settings file set aside. */
  readonly notices: readonly string[];
}

/** A scenario with the file that it came from or went to. */
export interface ScenarioFile {
  readonly path: string;
  readonly scenario: Scenario;
}

/** What was in a file that was opened: a scenario, a workshop, or a run with the id that its events have. */
export type OpenedFile =
  | { readonly kind: 'scenario'; readonly file: ScenarioFile }
  | { readonly kind: 'workshop'; readonly file: WorkshopFile }
  | { readonly kind: 'run'; readonly runId: number };

/** One result as a person reads it. */
export interface ResultPreview {
  readonly task: number;
  readonly kind: 'value' | 'error';
  /** At most 200 characters. */
  readonly text: string;
}

/** A tile of a picture: iteration counts, row by row; `maxIterations` means inside. */
export interface Tile {
  readonly task: number;
  readonly column: number;
  readonly row: number;
  readonly sizePx: number;
  readonly maxIterations: number;
  readonly iterations: Uint32Array;
}

/** Response type of a call; carried in the type only, main is trusted to answer as it says. */
interface Call<Request extends z.ZodType, Response> {
  readonly request: Request;
  readonly response?: Response;
}
const call =
  <Response>() =>
  <Request extends z.ZodType>(request: Request): Call<Request, Response> => ({ request });

export const calls = {
  'app:info': call<AppInfo>()(nothing),
  'settings:write': call<void>()(settingsChangeSchema),
  /**
   * Opens a scenario, a workshop, a session or a trace, whichever it is by its content; `path` null: the person chooses, and null is
   * answered when they cancel. Of a session or trace the run follows as events. Fails with one sentence for a file in
   * which there is neither; what is shown stays then.
   */
  'file:open': call<OpenedFile | null>()(
    z.object({ path: z.string().min(1).max(32_768).nullable(), beside: z.boolean() }),
  ),
  /** Ends the reading of a file; what has come of it until then stays. */
  'file:cancel': call<void>()(z.object({ runId })),
  /** Saves under a name that the person chooses; null when cancelled. */
  'scenario:save': call<ScenarioFile | null>()(scenarioSchema),
  'workshop:list': call<WorkshopList>()(nothing),
  /** Fails with one sentence for a file in which there is none. */
  'workshop:open': call<WorkshopFile>()(z.object({ source: workshopSourceSchema })),
  /** Saves where it was opened from, or under a name that the person chooses: what is there now, or null when they cancel. */
  'workshop:save': call<WorkshopFile | null>()(
    z.object({ workshop: workshopSchema, source: workshopSourceSchema.nullable(), as: z.boolean() }),
  ),
  /** Opens a file dialog for a JavaScript file; its path, or null when the person cancels. */
  'module:choose': call<string | null>()(nothing),
  /**
   * Starts a run and returns its id; null when it would run code of the user's and they said no. Fails while another
   * one is under way.
   */
  'run:start': call<number | null>()(scenarioSchema),
  /** Starts an experiment and returns its id; stopped and killed as a run is. Fails while another one is under way. */
  'experiment:start': call<number>()(experimentSchema),
  /** Graceful: tasks that run finish, tasks that wait are cancelled. */
  'run:stop': call<void>()(z.object({ runId })),
  /** Now: every worker is killed. */
  'run:kill': call<void>()(z.object({ runId })),
  /** SIGKILL for one worker (a thread is terminated); the scenario's policy decides. false: it had already exited. */
  'run:kill-worker': call<boolean>()(z.object({ runId, worker: z.int().min(0) })),
  /** Changes the number of workers of the run under way. Fails with one sentence where there is no pool to resize. */
  'run:resize': call<void>()(z.object({ runId, processes: z.int().min(1).max(MAX_PROCESSES) })),
  /** The window has taken a batch of telemetry, output or a whole picture of slices; main sends the next one only then. */
  'run:ack': call<void>()(z.object({ runId })),
  /** Starts the chaos bench; false when it would run code of the user's and they said no. News follow as events. */
  'chaos:start': call<boolean>()(chaosSchema),
  'chaos:cancel': call<void>()(nothing),
  /** Starts repeated runs; false when they would run code of the user's and they said no. News follow as events. */
  'repeat:start': call<boolean>()(repeatSchema),
  'repeat:cancel': call<void>()(nothing),
  /** Saves what a lab has come to under a name that the person chooses: its path, or null when they cancel. */
  'lab:export': call<string | null>()(
    z.object({ lab: z.enum(LAB_NAMES), format: z.enum(RESULT_FORMATS), text: z.string().max(MOST_RESULT_CHARACTERS) }),
  ),
  /** What is known of this machine's costs. */
  'break-even:read': call<BreakEvenProgress>()(nothing),
  /** Measures them by real runs, in less than a minute. News follow as events. Fails while a run is under way. */
  'break-even:start': call<void>()(nothing),
  'break-even:cancel': call<void>()(nothing),
  'results:read': call<readonly ResultPreview[]>()(someTasks),
  'results:tiles': call<readonly Tile[]>()(someTasks),
  /**
   * What pickling a task's argument or result costs, property by property, measured now. Fails with one sentence while
   * the run is under way, and where there is nothing that was pickled.
   */
  'task:price': call<Price>()(z.object({ runId, task: z.int().min(0), side: z.enum(PRICE_SIDES) })),
  /**
   * Sends the values of the pickling lesson through a pool of one process and says what became of each. Fails with one
   * sentence while a run is under way, which it would disturb.
   */
  'lesson:gallery': call<GallerySent>()(nothing),
  'clipboard:write': call<void>()(z.string().max(100_000)),
  /** Fills the screen with the window, or gives it its size back. Answers whether it fills the screen now. */
  'window:full-screen': call<boolean>()(z.enum(['on', 'off', 'toggle'])),
  /** Begins an export; false when the person chose no file for it. News follow as events. Fails while another is under way. */
  'export:start': call<boolean>()(exportRequestSchema),
  'export:cancel': call<void>()(nothing),
  /** Shows what was exported last in its folder. */
  'export:show': call<void>()(nothing),
  /** The page that draws exports is ready: what it is to make. The events of the run follow. */
  'export-page:job': call<ExportJob>()(nothing),
  /** The page has taken an event; main sends the next one only then. */
  'export-page:taken': call<void>()(nothing),
  /** Answered when the piece is written. Fails with one sentence where it cannot be. */
  'export-page:piece': call<void>()(exportPieceSchema),
  'export-page:progress': call<void>()(exportSharesSchema),
  /** The page has sent all pieces, or gives up. */
  'export-page:end': call<void>()(exportEndSchema),
  /**
   * Writes notes and chapters into the run's file; once it has ended, where it is still recorded. Answers when they are
   * on disk. Fails with one sentence where they cannot be: the file is read-only, gone, or has changed since it was opened.
   */
  'run:annotate': call<void>()(z.object({ runId, annotations: annotationsSchema })),
  'recording:list': call<RecordingList>()(nothing),
  /** Opens a recording, as `file:open` opens a file: its run comes as events. */
  'recording:open': call<void>()(z.object({ id: recordingIdSchema, beside: z.boolean() })),
  /** A recording that is kept is not removed to make room. */
  'recording:keep': call<void>()(z.object({ id: recordingIdSchema, kept: z.boolean() })),
  /** Into the system's trash where there is one; `gone`: for good. */
  'recording:delete': call<'trashed' | 'gone'>()(z.object({ id: recordingIdSchema })),
  /** A copy under a name that the person chooses: its path, or null when they cancel. */
  'recording:save-as': call<string | null>()(
    z.union([z.object({ id: recordingIdSchema }), z.object({ runId, annotations: annotationsSchema })]),
  ),
  /** Its picture as PNG; null: there is none. */
  'recording:thumbnail': call<Uint8Array | null>()(z.object({ id: recordingIdSchema })),
  /** The window has drawn the picture of a run. Nothing happens where that is no recording of the library. */
  'recording:draw': call<void>()(z.object({ runId, png: z.instanceof(Uint8Array).refine(isPicture) })),
} as const satisfies Record<CallName, Call<z.ZodType, unknown>>;

export type Calls = typeof calls;
/** A request as the window makes it. */
export type CallRequest<Name extends CallName> = z.input<Calls[Name]['request']>;
/** A request as main gets it: checked, defaults filled in. */
export type CheckedRequest<Name extends CallName> = z.output<Calls[Name]['request']>;
export type CallResponse<Name extends CallName> =
  NonNullable<Calls[Name]> extends Call<z.ZodType, infer Response> ? Response : never;

/** How an answer travels: errors cross as one sentence, never as a stack. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** What the window sees as `window.poolscope`. */
export interface PoolscopeApi {
  call<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<Answer<CallResponse<Name>>>;
  /** Where a file that was dropped on the window lies. @param file a File of the page */
  pathOf(file: object): string;
  /**
   * Events come in a set, because a set crosses the bridge between preload and page in one piece. Of a plain object each
   * array would be copied for itself, and with it all of the buffer that the columns of a batch share.
   * @returns a function that ends the subscription
   */
  onEvent(listener: (events: ReadonlySet<WindowEvent>) => void): () => void;
}
