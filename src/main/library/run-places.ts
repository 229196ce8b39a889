/**
 * Where the runs of the window lie on disk, and what is written into their files: notes and chapters. One that is still
 * recorded gets them once it has ended.
 */
import { basename } from 'node:path';
import type { Annotations } from '../../shared/annotations';
import type { WindowEvent } from '../../shared/window-events';
import { WriteFileError } from '../export/write-file';
import { fileStamp } from '../session/file-stamp';

interface Place {
  path: string;
  /** Of the file as the window has read it, or as it was written last; null: it is gone. */
  stamp: Promise<string | null>;
  /** Resolves to whether there is a file, once nothing more is recorded into it. */
  readonly whole: Promise<boolean>;
  /** What is to be written next; null: nothing. */
  pending: Annotations | null;
  /** The write that is under way; the next one waits for it. */
  writing: Promise<void>;
}

/** One that was kept beside stays while others come and go in the window's own place. */
const MOST_SHOWN = 4;

export class RunPlaces {
  private readonly places = new Map<number, Place>();
  /** Ids of the latest runs of the window: which of two is beside the other is the window's own matter. */
  private latest: readonly number[] = [];

  /** Takes note of what the window is told. */
  take(event: WindowEvent): void {
    if (event.type !== 'started') return;
    const { runId, source } = event;
    this.latest = [runId, ...this.latest].slice(0, MOST_SHOWN);
    if (source.kind !== 'file' || source.format !== 'session') return;
    this.add(runId, source.path, Promise.resolve(true));
  }

  /** A run is recorded into a file from now on. @param whole resolves to whether there is one, at its end */
  recorded(runId: number, path: string, whole: Promise<boolean>): void {
    this.add(runId, path, whole);
  }

  /** Files of the runs that may be shown. */
  get shown(): readonly string[] {
    return this.latest.flatMap((runId) => this.places.get(runId)?.path ?? []);
  }

  pathOf(runId: number): string | null {
    return this.places.get(runId)?.path ?? null;
  }

  /**
   * Writes notes and chapters into the run's file; the latest ones count. Resolves when they are on disk.
   * @throws Error with one sentence that says why they are not
   */
  async annotate(runId: number, annotations: Annotations): Promise<void> {
    const place = this.places.get(runId);
    if (place === undefined)
      throw new Error('Notes are kept in recordings and saved sessions; this run is in neither.');
    place.pending = annotations;
    const before = place.writing;
    const writing = before.catch(() => undefined).then(() => this.write(place));
    place.writing = writing;
    await writing;
  }

  /** Writes the run with these notes and chapters to another file, which is the run's from now on. */
  async saveCopy(runId: number, annotations: Annotations, to: string): Promise<void> {
    const place = this.places.get(runId);
    if (place === undefined) throw new Error('This run was not recorded, so there is nothing to save.');
    await place.writing.catch(() => undefined);
    if (!(await place.whole)) throw new Error('Nothing of this run was recorded.');
    const { rewriteHeader } = await import('../session/rewrite-header');
    place.pending = null;
    const stamp = await rewriteHeader(place.path, { annotations, to });
    place.path = to;
    place.stamp = Promise.resolve(stamp);
  }

  /**
   * Resolves when nothing is being written: a file that is opened then has all that was noted.
   * @param path missing: any file, and so all that is being recorded as well
   */
  async settled(path?: string): Promise<void> {
    const places = [...this.places.values()].filter((place) => path === undefined || place.path === path);
    await Promise.all(places.flatMap(({ writing, stamp }) => [writing.catch(() => undefined), stamp]));
  }

  /** Resolves to whether the run has a file, once nothing more is recorded into it. */
  async whole(runId: number): Promise<boolean> {
    return this.places.get(runId)?.whole ?? false;
  }

  /** Whether the run has a file into which nothing more is recorded. */
  async isWhole(runId: number): Promise<boolean> {
    const { whole } = this.places.get(runId) ?? {};
    return whole === undefined ? false : Promise.race([whole, Promise.resolve(false)]);
  }

  private add(runId: number, path: string, whole: Promise<boolean>): void {
    const stamp = whole.then(() => fileStamp(path));
    this.places.set(runId, { path, stamp, whole, pending: null, writing: Promise.resolve() });
  }

  private async write(place: Place): Promise<void> {
    if (!(await place.whole)) throw new Error('Nothing of this run was recorded, so its notes go with it.');
    const annotations = place.pending;
    // A later call has written them already.
    if (annotations === null) return;
    place.pending = null;
    const stamp = await place.stamp;
    if (stamp === null)
      throw new WriteFileError(`${basename(place.path)} is no longer there; its notes are not saved.`);
    const { rewriteHeader } = await import('../session/rewrite-header');
    place.stamp = Promise.resolve(await rewriteHeader(place.path, { annotations, stamp }));
  }
}
