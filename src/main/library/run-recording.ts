/** One run on its way into a file of the library: from its first event to the facts beside the file. */
import type { RunEnded, RunEvent } from '../../shared/run-events';
import type { SessionHeader } from '../../shared/session/session-header';
import { type RecordingError, SessionRecorder } from '../session/session-recorder';
import { endsAt, recordingFacts, whatIsThere, writeFacts } from './recording-facts';
import type { RecordingFiles } from './recording-files';

/** What workers print last can come a moment after the end of their run. */
const LAST_WORDS_MS = 250;

export interface RecordingStopped {
  /** In words. */
  readonly reason: string;
  /** Whether anything of it is in the library. */
  readonly kept: boolean;
  /** What the person should read. */
  readonly sentence: string;
}

export interface RecordingParts {
  readonly files: RecordingFiles;
  readonly id: string;
  readonly header: SessionHeader;
  readonly mostBytes: number;
  /** Told when recording stops before the run does. */
  readonly stopped: (news: RecordingStopped) => void;
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
      const reason = error instanceof Error ? error.message : String(error);
      this.parts.stopped({ reason, kept: false, sentence: `This run is not in the library (${reason}).` });
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
  private async settle({ reason }: RecordingError): Promise<boolean> {
    const { files, id, stopped } = this.parts;
    const { settlePart } = await import('../session/settle-part');
    const kept = await settlePart(files.part(id), files.session(id)).catch(() => false);
    const endsAtNs = kept ? await this.fileEndsAt() : 0;
    if (kept) await recordingFacts(files, id, `${endsAt(endsAtNs)}: ${reason}`);
    const saved = kept ? `${whatIsThere(endsAtNs)} in the library` : 'nothing of it was saved';
    const sentence = `Recording of this run has stopped: ${reason}; ${saved}. The run goes on.`;
    stopped({ reason, kept, sentence });
    return kept;
  }

  /** By the file itself: whoever wrote it may have ended before it could say how far it was. */
  private async fileEndsAt(): Promise<number> {
    const { files, id } = this.parts;
    const { describeSession } = await import('../session/describe-session');
    return (await describeSession(files.session(id))).endsAtNs;
  }
}
