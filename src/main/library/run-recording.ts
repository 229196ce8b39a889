/** One run on its way into a file of the library: from its first event to the facts beside the file. */
import { formatDuration } from '../../shared/format';
import type { RunEnded, RunEvent } from '../../shared/run-events';
import type { SessionHeader } from '../../shared/session/session-header';
import { RecordingError, SessionRecorder } from '../session/session-recorder';
import { endsAt, recordingFacts, writeFacts } from './recording-facts';
import type { RecordingFiles } from './recording-files';

/** What workers print last can come a moment after the end of their run. */
const LAST_WORDS_MS = 250;

export interface RecordingParts {
  readonly files: RecordingFiles;
  readonly id: string;
  readonly header: SessionHeader;
  readonly mostBytes: number;
  /** Told when recording stops before the run does: what the person should read. */
  readonly stopped: (error: RecordingError, sentence: string) => void;
  /** Path of the built thread. */
  readonly entry?: string;
}

export class RunRecording {
  /** Resolves once it is in its place, to whether there is anything. */
  readonly done: Promise<boolean>;
  private readonly recorder: SessionRecorder;
  private ended: RunEnded | null = null;
  private finishing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: RecordingParts) {
    const { files, id, header, mostBytes, entry } = parts;
    const options = entry === undefined ? { mostBytes } : { mostBytes, entry };
    this.recorder = new SessionRecorder(files.session(id), header, options);
    this.done = this.follow();
  }

  add(event: RunEvent): void {
    this.recorder.add(event);
    if (event.type !== 'ended') return;
    this.ended = event;
    this.finishing = setTimeout(() => this.finish(), LAST_WORDS_MS);
  }

  /** The run is over or is given up: brings the rest to disk now. */
  finish(): void {
    clearTimeout(this.finishing);
    void this.recorder.finish().catch(() => undefined);
  }

  private async follow(): Promise<boolean> {
    try {
      const error = await Promise.race([this.recorder.failed, this.recorder.written.then(() => null)]);
      if (error === null) await this.writeFacts();
      else return await this.settle(error);
      return true;
    } catch (error) {
      this.parts.stopped(
        new RecordingError(String(error), String(error), 0),
        `This run is not in the library (${error instanceof Error ? error.message : error}).`,
      );
      return false;
    }
  }

  private async writeFacts(): Promise<void> {
    const { files, id, header } = this.parts;
    if (this.ended === null) {
      await recordingFacts(files, id);
      return;
    }
    const { status, summary } = this.ended;
    const wallMs = Number.isFinite(summary.wallMs) ? summary.wallMs : null;
    const { scenario, epochMs, tasks } = header;
    const facts = { title: scenario.name, startedAtMs: epochMs, tasks, status, wallMs };
    await writeFacts(files, id, { version: 1, ...facts, note: null }).catch(() => undefined);
  }

  /** Gives what was written until then its place. */
  private async settle(error: RecordingError): Promise<boolean> {
    const { files, id } = this.parts;
    const { settlePart } = await import('../session/settle-part');
    const kept = await settlePart(files.part(id), files.session(id)).catch(() => false);
    const { reason, writtenTo } = error;
    if (kept) await recordingFacts(files, id, `${endsAt(writtenTo)}: ${reason}`);
    const saved = kept ? `Its first ${formatDuration(writtenTo)} are in the library` : 'Nothing of it was saved';
    this.parts.stopped(error, `Recording of this run has stopped: ${reason}. ${saved}; the run goes on.`);
    return kept;
  }
}
