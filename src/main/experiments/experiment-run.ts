/** What every experiment is to whoever runs and shows it. */
import type { ExperimentFigures } from '../../shared/experiments';
import type { RunStatus } from '../../shared/run-events';
import type { RunSlices } from '../../shared/slices';
import type { Clock } from '../clock';

/** All that there is to see, at one moment. */
export type ExperimentPicture = Omit<RunSlices, 'type' | 'runId' | 'whole'>;

export interface ExperimentRun {
  /** What times count from. */
  readonly clock: Clock;
  /**
   * Runs to the end and leaves no process behind, nor anything that they shared. Never rejects for what a process did;
   * `status` and `message` tell.
   * @param called told when every process is ready and it begins
   */
  go(called: (at: number) => void): Promise<ExperimentEnd>;
  /**
   * What it looks like now; asked for some ten times a second, and once more at the end. Lanes keep their places: new ones
   * come after those that there were. null: nothing has changed since the last time.
   */
  picture(): ExperimentPicture | null;
  /** Graceful: processes finish what they are at. */
  stop(): void;
  /** Now. Resolves when no process is left. */
  kill(): Promise<void>;
}

export interface ExperimentEnd {
  readonly status: RunStatus;
  /** One sentence where there is something to say of how it ended. */
  readonly message: string | null;
  /** When it began, and when it was over, ns since the clock base; null: it never began. */
  readonly calledAt: number | null;
  readonly endedAt: number;
  /** Of every process that there was. */
  readonly pids: readonly number[];
  readonly figures: ExperimentFigures;
}
