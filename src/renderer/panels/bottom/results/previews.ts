/**
 * Previews of results, fetched from main by page, only those that someone looks at, and kept for the run. A result that
 * has been delivered does not change, so nothing is asked for twice.
 */
import type { Answer, ResultPreview } from '../../../../shared/ipc';

export type FetchPreviews = (tasks: readonly number[]) => Promise<Answer<readonly ResultPreview[]>>;

/** The contract's limit for one call. */
export const MOST_PER_CALL = 500;
/** Some 10 MB at worst; the oldest go first. */
const MOST_KEPT = 20_000;

export class Previews {
  private readonly kept = new Map<number, ResultPreview>();
  private readonly asked = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private busy = false;
  private wanted: readonly number[] = [];
  /** Changes whenever previews have come in. */
  version = 0;

  constructor(
    private readonly fetch: FetchPreviews,
    private readonly mostKept = MOST_KEPT,
  ) {}

  get(task: number): ResultPreview | undefined {
    return this.kept.get(task);
  }

  /** Says what is looked at now; earlier wishes that have not been asked for are dropped. */
  want(tasks: readonly number[]): void {
    this.wanted = tasks;
    if (!this.busy) void this.ask();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private async ask(): Promise<void> {
    const tasks = this.wanted.filter((task) => !this.asked.has(task)).slice(0, MOST_PER_CALL);
    if (tasks.length === 0) return;
    this.busy = true;
    for (const task of tasks) this.asked.add(task);
    try {
      const answer = await this.fetch(tasks);
      // A run that main no longer keeps has nothing more to tell; what was asked stays asked.
      if (answer.ok) this.keep(answer.value);
    } catch {
      // Main is gone, and the window with it in a moment.
      return;
    } finally {
      this.busy = false;
    }
    await this.ask();
  }

  private keep(previews: readonly ResultPreview[]): void {
    for (const preview of previews) this.kept.set(preview.task, preview);
    for (const task of this.kept.keys()) {
      if (this.kept.size <= this.mostKept) break;
      this.kept.delete(task);
      this.asked.delete(task);
    }
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
