/** The window's recordings: the library, what is being recorded, and where runs lie. One of each, put together. */
import { join } from 'node:path';
import type { RecordingSettings } from '../../shared/settings';
import type { WindowEvent } from '../../shared/window-events';
import { Autosave } from './autosave';
import { Library } from './library';
import { recover } from './recover';
import { RunPlaces } from './run-places';

export class Recordings {
  readonly library: Library;
  readonly places = new RunPlaces();
  readonly autosave: Autosave;

  /** @param userData the user's data folder */
  constructor(
    userData: string,
    settings: () => RecordingSettings,
    private readonly send: (event: WindowEvent) => void,
  ) {
    const library = new Library(join(userData, 'recordings'));
    this.library = library;
    this.autosave = new Autosave({
      library,
      settings,
      shown: () => new Set(this.places.shown.flatMap((path) => library.idOf(path) ?? [])),
      tell: send,
      begun: (runId, id, done) => this.places.recorded(runId, library.files.session(id), done),
    });
  }

  /** What a crash has left, and room for what is to come. Sentences for the person come as news. */
  async tidy(): Promise<void> {
    const sentences = await recover(this.library, this.autosave.written);
    for (const notice of sentences) this.send({ type: 'recordings', notice });
    await this.autosave.makeRoom();
  }

  /** Resolves once everything is on disk. */
  async shutDown(): Promise<void> {
    await this.autosave.shutDown();
    await this.places.settled();
  }
}
