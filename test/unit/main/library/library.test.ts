import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newRecordingId } from '../../../../src/main/library/recording-files';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, inWholeNs } from '../session/session-file';
import { emptyLibrary, newLibrary, put } from './library-folder';

const whole = encoded(inWholeNs(makeRun({ tasks: 12, workers: 2 })));
const FIRST = '20260101-120000-41-1';
const SECOND = '20260101-120500-41-2';

describe('the library of recordings', () => {
  it('is empty while there is no folder', async () => {
    expect(await newLibrary().list()).toEqual([]);
  });

  it('tells of each recording what its file tells, and remembers it beside the file', async () => {
    const library = emptyLibrary();
    const path = put(library, FIRST, whole);
    const [recording] = await library.list();
    expect(recording).toMatchObject({
      id: FIRST,
      path,
      title: 'Made up',
      startedAtMs: 1.7e12,
      tasks: 12,
      status: 'completed',
      bytes: whole.length,
      kept: false,
      note: null,
      pictureRevision: null,
    });
    expect(recording?.wallMs).toBeGreaterThan(0);
    expect(existsSync(library.files.facts(FIRST))).toBe(true);
    expect(await library.list()).toEqual([recording]);
  });

  it.each(['', '{', '{"version":1}', '[]', '{"version":2,"title":"x"}'])(
    'makes what is remembered anew when it is damaged: %s',
    async (damaged) => {
      const library = emptyLibrary();
      put(library, FIRST, whole);
      const before = await library.list();
      writeFileSync(library.files.facts(FIRST), damaged);
      expect(await library.list()).toEqual(before);
      expect(JSON.parse(readFileSync(library.files.facts(FIRST), 'utf8'))).toMatchObject({ title: 'Made up' });
    },
  );

  it('lists one that cannot be read, so that it can be deleted, and nothing that is no recording', async () => {
    const library = emptyLibrary();
    put(library, FIRST, 'no session');
    for (const name of ['notes.txt', 'a b.poolscope', `${SECOND}.poolscope.part`]) {
      writeFileSync(join(library.files.folder, name), 'x');
    }
    expect(await library.list()).toEqual([
      expect.objectContaining({ id: FIRST, status: 'unfinished', note: expect.stringContaining('can read') }),
    ]);
  });

  it('forgets a recording whole, with its picture and its facts', async () => {
    const library = emptyLibrary();
    put(library, FIRST, whole);
    put(library, SECOND, whole);
    await library.list();
    await library.keepPicture(FIRST, Uint8Array.of(1, 2, 3));
    await library.keep(FIRST, true);
    expect(await library.picture(FIRST)).toEqual(Uint8Array.of(1, 2, 3));
    expect((await library.list()).find(({ id }) => id === FIRST)).toMatchObject({ kept: true });
    await library.remove(FIRST);
    expect(readdirSync(library.files.folder).sort()).toEqual([`${SECOND}.json`, `${SECOND}.poolscope`]);
    expect(await library.picture(FIRST)).toBeNull();
  });

  it('copies one byte for byte, and leaves nothing behind where it cannot', async () => {
    const library = emptyLibrary();
    put(library, FIRST, whole);
    const to = join(library.files.folder, 'copy');
    await library.saveAs(FIRST, to);
    expect(readFileSync(to).equals(whole)).toBe(true);
    const folder = join(library.files.folder, 'folder');
    mkdirSync(folder);
    await expect(library.saveAs(FIRST, folder)).rejects.toThrow(`${folder}: could not be written (it is a folder)`);
    await expect(library.saveAs(SECOND, to)).rejects.toThrow('could not be written');
    expect(readFileSync(to).equals(whole)).toBe(true);
    expect(readdirSync(library.files.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('knows which files are its recordings', () => {
    const library = emptyLibrary();
    expect(library.idOf(library.files.session(FIRST))).toBe(FIRST);
    expect(library.idOf(join(library.files.folder, '..', `${FIRST}.poolscope`))).toBeNull();
    expect(library.idOf('')).toBeNull();
  });
});

describe('the name of a recording', () => {
  it('tells when, by which process, and which of its runs', () => {
    const at = new Date(2026, 10, 25, 8, 4, 5).getTime();
    expect(newRecordingId(at, 4711, 3)).toBe('20261125-080405-4711-3');
  });
});
