/** The window's recordings: the library, what is being recorded, and where runs lie. One of each, put together. */
import { join } from 'node:path';
import type { Settings } from '../../shared/settings';
import type { WindowEvent } from '../../shared/window-events';
import type { SettingsStore } from '../settings-store';
import { Autosave } from './autosave';
import { Library } from './library';
import { withRecent } from './recent-files';
import { recover } from './recover';
import { RunPlaces } from './run-places';

export class Recordings {
  readonly library: Library;
  readonly places = new RunPlaces();
  readonly autosave: Autosave;

  /** @param userData the user's data folder */
  constructor(
    userData: string,
    private readonly store: Pick<SettingsStore, 'value' | 'change'>,
    private readonly send: (event: WindowEvent) => void,
  ) {
    const library = new Library(join(userData, 'recordings'));
    this.library = library;
    this.autosave = new Autosave({
      library,
      settings: () => store.value.recordings,
      shown: () => new Set(this.places.shown.flatMap((path) => library.idOf(path) ?? [])),
      tell: send,
      begun: (runId, id, done) => this.places.recorded(runId, library.files.session(id), done),
    });
  }

  /** Takes note of what the window is told. */
  take(event: WindowEvent): void {
    this.places.take(event);
    if (event.type !== 'started' || event.source.kind !== 'file') return;
    const { path } = event.source;
    if (this.library.idOf(path) !== null) return;
    this.store.change({ recentFiles: withRecent(this.store.value.recentFiles, path) });
    this.changed();
  }

  get settings(): Pick<Settings, 'recordings' | 'recentFiles'> {
    return this.store.value;
  }

  /** What a crash has left, and room for what is to come. Sentences for the person come as news. */
  async tidy(): Promise<void> {
    const sentences = await recover(this.library, this.autosave.written);
    for (const notice of sentences) this.send({ type: 'recordings', notice });
    await this.autosave.makeRoom();
  }

  /** The list is another one now. */
  changed(): void {
    this.send({ type: 'recordings', notice: null });
  }

  /** Resolves once everything is on disk. */
  async shutDown(): Promise<void> {
    await this.autosave.shutDown();
    await this.places.settled();
  }
}
