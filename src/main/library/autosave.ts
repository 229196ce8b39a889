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
import { RunRecording } from './run-recording';

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

export class Autosave {
  private readonly growing = new Map<string, { readonly recording: RunRecording; readonly title: string }>();
  /** Told before, and not to be told for each run anew. */
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
    /** What comes before there is a folder; null: there will be none. */
    let early: RunEvent[] | null = [];
    let recording: RunRecording | null = null;
    const start = async (): Promise<boolean> => {
      try {
        await library.makeFolder();
      } catch (error) {
        early = null;
        this.trouble(reasonOf(error), `Runs are not recorded: ${library.files.folder} cannot be written`);
        return false;
      }
      const stopped = (error: Error & { reason: string }, sentence: string): void =>
        this.stopped(error.reason, sentence);
      const options = { files: library.files, id, header: headerOf(run), mostBytes, stopped };
      recording = new RunRecording(entry === undefined ? options : { ...options, entry });
      this.growing.set(id, { recording, title: run.scenario.name });
      this.parts.tell({ type: 'recordings', notice: null });
      for (const event of early ?? []) recording.add(event);
      early = null;
      const saved = await recording.done;
      this.growing.delete(id);
      await this.makeRoom(id);
      return saved;
    };
    const done = start().finally(() => this.parts.tell({ type: 'recordings', notice: null }));
    begun(runId, id, done);
    return { add: (event) => (recording === null ? early?.push(event) : recording.add(event)) };
  }

  /** Removes what is beyond the limits. @param recent the recording that was written last, if one was */
  makeRoom(recent?: string): Promise<void> {
    this.room = this.room.then(async () => {
      const { library, settings, shown } = this.parts;
      const spared = new Set([...shown(), ...this.growing.keys(), ...(recent === undefined ? [] : [recent])]);
      for (const id of chooseRemovals(await library.list(), settings(), spared)) await library.remove(id);
    });
    this.room = this.room.catch((error: unknown) => {
      this.trouble(reasonOf(error), 'Old recordings cannot be removed');
    });
    return this.room;
  }

  /** Resolves once everything that was recorded is in its place. */
  async shutDown(): Promise<void> {
    const recordings = [...this.growing.values()].map(({ recording }) => recording);
    for (const recording of recordings) recording.finish();
    await Promise.all(recordings.map(({ done }) => done));
    await this.room;
  }

  private stopped(reason: string, notice: string): void {
    if (reason === this.lastReason && notice.includes('Nothing')) return;
    this.lastReason = reason;
    this.parts.tell({ type: 'recordings', notice });
  }

  private trouble(reason: string, what: string): void {
    if (reason === this.lastReason) return;
    this.lastReason = reason;
    this.parts.tell({ type: 'recordings', notice: `${what} (${reason}).` });
  }
}
