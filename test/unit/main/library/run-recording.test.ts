import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../../../src/main/library/library';
import { type RecordingStopped, RunRecording } from '../../../../src/main/library/run-recording';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, headerFor, inWholeNs, readAll, startedOf } from '../session/session-file';
import { emptyLibrary, THREAD } from './library-folder';

if (!existsSync(THREAD)) throw new Error('Build first: these tests run the built thread (npm run build).');

const events = inWholeNs(makeRun({ tasks: 400, workers: 2, batchNs: 50e6 }));
const ID = '20260101-120000-41-1';

interface Recorded {
  readonly saved: boolean;
  readonly sentences: readonly string[];
}

/** Records the made-up run into the library. @param mostBytes of the file */
async function record(library: Library, mostBytes = 1024 ** 3, entry = THREAD): Promise<Recorded> {
  const sentences: string[] = [];
  const header = headerFor(startedOf(events));
  const stopped = ({ sentence }: RecordingStopped): void => void sentences.push(sentence);
  const recording = new RunRecording({ files: library.files, id: ID, header, mostBytes, stopped, entry });
  for (const event of events) recording.add(event);
  return { saved: await recording.done, sentences };
}

/** A thread that ends at its first message. */
function dyingThread(folder: string): string {
  const path = join(folder, 'dying.mjs');
  const die = `import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => { throw new Error('out of memory'); });`;
  writeFileSync(path, die);
  return path;
}

describe('a run that is recorded into the library', () => {
  it('is a whole session when it has ended, with what a list says of it', async () => {
    const library = emptyLibrary();
    expect(await record(library)).toEqual({ saved: true, sentences: [] });
    expect(readdirSync(library.files.folder).sort()).toEqual([`${ID}.json`, `${ID}.poolscope`]);
    const { events: read, trouble } = await readAll(library.files.session(ID));
    expect(trouble).toBeNull();
    expect(read.at(-1)).toMatchObject({ type: 'ended', status: 'completed' });
    const [listed] = await library.list();
    expect(listed).toMatchObject({ title: 'Made up', tasks: 400, status: 'completed', note: null });
    // The facts were written from the run itself; the file tells the same.
    writeFileSync(library.files.facts(ID), 'damaged');
    expect(await library.list()).toEqual([listed]);
  });

  it('says once that recording stopped when the file would become too large, and leaves nothing unnamed', async () => {
    const library = emptyLibrary();
    const { saved, sentences } = await record(library, 9000);
    expect(saved).toBe(false);
    expect(sentences).toEqual([
      expect.stringMatching(
        /^Recording .* stopped: it would become larger than 8\.79.KB; nothing .* saved\. The run goes on\.$/,
      ),
    ]);
    expect(readdirSync(library.files.folder)).toEqual([]);
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full, and the run is not disturbed', async () => {
    const library = emptyLibrary();
    symlinkSync('/dev/full', library.files.part(ID));
    const { saved, sentences } = await record(library);
    expect(saved).toBe(false);
    expect(sentences).toEqual([
      'Recording of this run has stopped: the disk is full; nothing of it was saved. The run goes on.',
    ]);
  });

  it('tells where it ends by what is in the file, where the thread that writes it has died', async () => {
    const library = emptyLibrary();
    writeFileSync(library.files.part(ID), encoded(events.slice(0, -1)));
    const { saved, sentences } = await record(library, undefined, dyingThread(library.files.folder));
    expect(saved).toBe(true);
    const [listed] = await library.list();
    expect(listed?.note).toMatch(/^Ends at [\d.]+.m?s: out of memory$/);
    expect(sentences).toEqual([
      expect.stringMatching(/stopped: out of memory; its first [\d.]+.m?s are in the library\. The run goes on\.$/),
    ]);
  });

  it('says why it cannot be saved at all', async () => {
    const library = emptyLibrary();
    mkdirSync(library.files.part(ID));
    const { saved, sentences } = await record(library);
    expect(saved).toBe(false);
    expect(sentences).toEqual([expect.stringContaining('it is a folder')]);
  });
});
