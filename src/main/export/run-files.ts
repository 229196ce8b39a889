/** Where the runs of the window lie on disk. */
import { resolve } from 'node:path';
import type { WindowEvent } from '../../shared/window-events';

/** What knows of runs that were recorded. */
export interface RecordedRuns {
  pathOf(runId: number): string | null;
  /** Resolves when nothing is being written to the file: neither the run nor notes. */
  settled(path: string): Promise<void>;
}

export class RunFiles {
  private readonly opened = new Map<number, string>();
  private readonly titles = new Map<number, string>();

  constructor(private readonly recorded: RecordedRuns) {}

  /** Takes note of what the window is told. */
  take(event: WindowEvent): void {
    if (event.type !== 'started') return;
    this.titles.set(event.runId, event.title);
    if (event.source.kind === 'file') this.opened.set(event.runId, resolve(event.source.path));
  }

  titleOf(runId: number): string {
    return this.titles.get(runId) ?? '';
  }

  /** @throws Error in one sentence where there is none */
  async fileOf(runId: number): Promise<string> {
    const path = this.recorded.pathOf(runId) ?? this.opened.get(runId);
    if (path === undefined) throw new Error('This run was not recorded, so there is nothing to export it from.');
    await this.recorded.settled(path);
    return path;
  }
}
