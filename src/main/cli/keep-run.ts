/** Keeps a run that the command line makes: as a session, as a trace, or both. */
import type { Summary } from '../../shared/summary';
import { RunCollector } from '../export/run-collector';
import { checkWritable, WriteFileError } from '../export/write-file';
import { writeTrace } from '../export/write-trace';
import type { Run } from '../run/run';
import { type Tap, tapRun } from '../run/tap-run';
import { headerOf } from '../session/header-of';
import { SessionRecorder } from '../session/session-recorder';
import { say } from './output';

/** Nobody watches: larger batches cost less. */
const EVERY_MS = 250;

export interface KeepFlags {
  readonly telemetry: boolean;
  /** Where to save the session. */
  readonly out?: string;
  /** Where to write the run as Chrome trace JSON. */
  readonly trace?: string;
}

/** Before the run, so that nobody waits for one that cannot be kept. @throws WriteFileError */
export async function checkKeepFlags({ telemetry, out, trace }: KeepFlags): Promise<void> {
  for (const [flag, path] of Object.entries({ '--out': out, '--trace': trace })) {
    if (path === undefined) continue;
    if (!telemetry) throw new WriteFileError(`${flag}: expected telemetry, which --no-telemetry turns off`);
    await checkWritable(path);
  }
}

export class KeptRun {
  private readonly tap: Tap | null;
  private readonly recorder: SessionRecorder | null;
  private readonly collector: RunCollector | null;

  constructor(
    run: Run,
    private readonly flags: KeepFlags,
  ) {
    this.recorder = flags.out === undefined ? null : new SessionRecorder(flags.out, headerOf(run));
    this.collector = flags.trace === undefined ? null : new RunCollector();
    void this.recorder?.failed.then(({ message }) => say(`poolscope: ${message}`));
    const { recorder, collector } = this;
    this.tap =
      recorder === null && collector === null
        ? null
        : tapRun(run, { runId: 0, everyMs: EVERY_MS }, (event) => {
            recorder?.add(event);
            collector?.take(event);
          });
  }

  called(at: number): void {
    this.tap?.called(at);
  }

  output(worker: number, stream: 'stdout' | 'stderr', text: string): void {
    this.tap?.output(worker, stream, text);
  }

  /** Once the run is over. @returns whether all that was asked for is on disk; a sentence says what is not */
  async finish(summary: Summary): Promise<boolean> {
    this.tap?.ended(summary);
    const recorded = (await this.recorder?.finish().then(isThere, isNot)) ?? true;
    const { trace } = this.flags;
    if (trace === undefined || this.collector === null) return recorded;
    const traced = await writeTrace(trace, this.collector.run).then(isThere, (error: unknown) => {
      say(`poolscope: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    });
    return recorded && traced;
  }
}

const isThere = (): boolean => true;
/** The recorder has said why. */
const isNot = (): boolean => false;
