/** Records every run of the window while it goes on, and keeps the library within its limits. */

import type { RecordingsChanged } from '../../shared/recordings';
import type { RunEvent } from '../../shared/run-events';
import type { RecordingSettings } from '../../shared/settings';
import { reasonOf } from '../export/write-file';
import type { Run } from '../run/run';
import type { RunKeeper } from '../run/run-service';
import { headerOf } from '../session/header-of';
import { chooseRemovals } from './choose-removals';
import type { Library } from './library';
import { newRecordingId } from './recording-files';
import { type RecordingStopped, RunRecording } from './run-recording';

export interface AutosaveParts {
  readonly library: Library;
  settings(): RecordingSettings;
  /** Ids of recordings that the window shows. */
  shown(): ReadonlySet<string>;
  tell(news: RecordingsChanged): void;
  /** A run is recorded from now on. @param done resolves to whether there is a file */
  begun(runId: number, id: string, done: Promise<boolean>): void;
  /** Path of the built thread. */
  readonly entry?: string;
}

interface Growing {
  readonly title: string;
  /** Brings what there is to disk. */
  finish(): void;
  readonly done: Promise<boolean>;
}

export class Autosave {
  private readonly growing = new Map<string, Growing>();
  /** Told before, and not to be told for each run anew; null: the last run was recorded as it should be. */
  private lastReason: string | null = null;
  private room: Promise<void> = Promise.resolve();

  constructor(private readonly parts: AutosaveParts) {}

  /** Title of the run that is recorded now; null: none. */
  get title(): string | null {
    return [...this.growing.values()].at(-1)?.title ?? null;
  }

  /** Ids that are written now. */
  get written(): ReadonlySet<string> {
    return new Set(this.growing.keys());
  }

  /** @returns what the events of the run go into; null: runs are not recorded */
  begin(run: Run, runId: number): RunKeeper | null {
    const { library, settings, begun, entry } = this.parts;
    const { on, mostBytes } = settings();
    if (!on) return null;
    const id = newRecordingId(run.clock.epochMs, process.pid, runId);
    /** What comes before there is a folder; null: there is one, or there will be none. */
    let early: RunEvent[] | null = [];
    let recording: RunRecording | null = null;
    let givenUp = false;
    const start = async (): Promise<boolean> => {
      try {
        await library.makeFolder();
      } catch (error) {
        early = null;
        this.trouble(reasonOf(error), `Runs are not recorded: ${library.files.folder} cannot be written`);
        return false;
      }
      let whole = true;
      const stopped = (news: RecordingStopped): void => {
        whole = false;
        this.stopped(news);
      };
      const options = { files: library.files, id, header: headerOf(run), mostBytes, stopped };
      recording = new RunRecording(entry === undefined ? options : { ...options, entry });
      this.parts.tell({ type: 'recordings', notice: null });
      for (const event of early ?? []) recording.add(event);
      early = null;
      if (givenUp) recording.finish();
      const saved = await recording.done;
      if (whole) this.lastReason = null;
      return saved;
    };
    const done = start().finally(async () => {
      this.growing.delete(id);
      await this.makeRoom(id);
      this.parts.tell({ type: 'recordings', notice: null });
    });
    const finish = (): void => {
      givenUp = true;
      recording?.finish();
    };
    this.growing.set(id, { title: run.scenario.name, finish, done });
    begun(runId, id, done);
    return { add: (event) => (recording === null ? early?.push(event) : recording.add(event)) };
  }

  /** Removes what is beyond the limits. @param recent the recording that was written last, if one was */
  makeRoom(recent?: string): Promise<void> {
    this.room = this.room.then(async () => {
      const { library, settings, shown } = this.parts;
      const spared = new Set([...shown(), ...this.growing.keys(), ...(recent === undefined ? [] : [recent])]);
      // Where nothing can be listed there is nothing to remove.
      const recordings = await library.list().catch(() => []);
      for (const id of chooseRemovals(recordings, settings(), spared)) await library.remove(id);
    });
    this.room = this.room.catch((error: unknown) => {
      this.trouble(reasonOf(error), 'Old recordings cannot be removed');
    });
    return this.room;
  }

  /** Resolves once everything that was recorded is in its place. */
  async shutDown(): Promise<void> {
    const growing = [...this.growing.values()];
    for (const { finish } of growing) finish();
    await Promise.all(growing.map(({ done }) => done));
    await this.room;
  }

  /** Of a run with a recording the person must know where that ends; why there is none is said once. */
  private stopped({ reason, kept, sentence }: RecordingStopped): void {
    if (reason === this.lastReason && !kept) return;
    this.lastReason = reason;
    this.parts.tell({ type: 'recordings', notice: sentence });
  }

  private trouble(reason: string, what: string): void {
    if (reason === this.lastReason) return;
    this.lastReason = reason;
    this.parts.tell({ type: 'recordings', notice: `${what} (${reason}).` });
  }
}
