/** What main does for calls about recordings. */
import { basename } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { RecordingList } from '../../shared/recordings';
import { reasonOf } from '../export/write-file';
import { type OpenFileParts, openFile } from '../files/open-file';
import { stillThere } from '../library/recent-files';
import type { Recordings } from '../library/recordings';
import type { Handlers } from './gate';

type RecordingHandlers = Pick<Handlers, Extract<keyof Handlers, `recording:${string}` | 'run:annotate'>>;

export interface RecordingHandlerParts extends OpenFileParts {
  readonly window: BrowserWindow;
  readonly recordings: Recordings;
}

export function recordingHandlers(parts: RecordingHandlerParts): RecordingHandlers {
  const { window, recordings } = parts;
  const { library, autosave, places } = recordings;
  return {
    'run:annotate': ({ runId, annotations }) => places.annotate(runId, annotations),
    'recording:list': async (): Promise<RecordingList> => {
      const { folder } = library.files;
      const recentFiles = await stillThere(recordings.settings.recentFiles);
      const told = { folder, growing: autosave.title, settings: recordings.settings.recordings, recentFiles };
      try {
        return { ...told, recordings: await library.list(), trouble: null };
      } catch (error) {
        return { ...told, recordings: [], trouble: `${folder}: cannot be read (${reasonOf(error)})` };
      }
    },
    'recording:open': async ({ id, beside }) => {
      const path = library.files.session(id);
      // What was noted a moment ago is in it then.
      await places.settled(path);
      await openFile(path, beside, parts);
    },
    'recording:keep': async ({ id, kept }) => {
      await library.keep(id, kept);
      // What is no longer kept counts again.
      if (!kept) await autosave.makeRoom();
    },
    'recording:delete': async ({ id }) => {
      let trashed = true;
      await library.remove(id, async (path) => {
        try {
          await shell.trashItem(path);
        } catch {
          trashed = false;
          await library.removeFile(path);
        }
      });
      return trashed ? 'trashed' : 'gone';
    },
    'recording:save-as': async (what) => {
      if ('runId' in what && !(await places.isWhole(what.runId))) {
        const wait = places.pathOf(what.runId) !== null;
        throw new Error(
          wait ? 'The run is still being recorded; save it once it has ended.' : 'This run is in no file.',
        );
      }
      const to = await chooseName(window, 'id' in what ? await titleOf(library, what.id) : places.pathOf(what.runId));
      if (to === null) return null;
      if ('id' in what) await library.saveAs(what.id, to);
      else await places.saveCopy(what.runId, what.annotations, to);
      return to;
    },
    'recording:thumbnail': ({ id }) => library.picture(id),
    'recording:draw': async ({ runId, png }) => {
      const id = library.idOf(places.pathOf(runId) ?? '');
      if (id === null || !(await places.whole(runId))) return;
      await library.keepPicture(id, png);
      recordings.changed();
    },
  };
}

async function titleOf(library: Recordings['library'], id: string): Promise<string> {
  const recordings = await library.list();
  return recordings.find((recording) => recording.id === id)?.title ?? id;
}

/** @returns null when the person cancels */
async function chooseName(window: BrowserWindow, name: string | null): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save recording',
    defaultPath: `${plainName(name ?? '')}.poolscope`,
    filters: [{ name: 'Poolscope session', extensions: ['poolscope'] }],
  });
  return filePath ? filePath : null;
}

/** A name that every file system takes. */
function plainName(name: string): string {
  const plain = basename(name, '.poolscope')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? 'recording' : plain;
}
