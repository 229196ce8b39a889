/** Opens files in the window: one at a time in each place, as events like those of a live run. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WindowEvent } from '../../shared/window-events';
import { built } from '../built';
import { refusalOf } from './detect-format';
import { FileOpening } from './file-opening';
import type { FileThreadData } from './file-protocol';

/** The built thread; beside main. */
const FILE_THREAD = built('main', 'file-thread.js');

/** Where a run is shown: in the window's own place, or beside it. */
type Place = 'shown' | 'beside';
const placeOf = (beside: boolean): Place => (beside ? 'beside' : 'shown');

/** At once: a run that is started meanwhile would find no opening to be ended, and the file would take its place. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw refusalOf(path, error);
  }
}

export class OpenService {
  private readonly openings = new Map<Place, FileOpening>();

  /**
   * @param nextId a number that no other run of the window has
   * @param entry path of the built thread
   */
  constructor(
    private readonly send: (event: WindowEvent) => void,
    private readonly nextId: () => number,
    private readonly entry = FILE_THREAD,
  ) {}

  /**
   * What was being opened in the same place is abandoned. Resolves when the run begins to be shown; until then, and for
   * good when there is no run in the file, what is shown stays.
   * @returns the run's id; null when it was cancelled before there was anything to be shown
   * @throws OpenFileError
   */
  async open(file: string, format: FileThreadData['format'], beside: boolean): Promise<number | null> {
    const path = resolve(file);
    const totalBytes = sizeOf(path);
    this.abandon(beside);
    const { send, entry } = this;
    const opening = new FileOpening({ path, format, runId: this.nextId(), beside, totalBytes, entry, send });
    this.openings.set(placeOf(beside), opening);
    return (await opening.shown) ? opening.runId : null;
  }

  /** The window has taken an event. @returns whether it was one of a file */
  ack(runId: number): boolean {
    const opening = this.find(runId);
    opening?.ack();
    return opening !== undefined;
  }

  /** Reads no further. A file that is read already is not changed by it. */
  cancel(runId: number): void {
    this.find(runId)?.cancel();
  }

  /** Something else is shown in this place from now on. */
  abandon(beside: boolean): void {
    void this.openings.get(placeOf(beside))?.abandon();
    this.openings.delete(placeOf(beside));
  }

  /** Resolves when no thread is left. */
  async shutDown(): Promise<void> {
    await Promise.all([...this.openings.values()].map((opening) => opening.abandon()));
  }

  private find(runId: number): FileOpening | undefined {
    return [...this.openings.values()].find((opening) => opening.runId === runId);
  }
}
