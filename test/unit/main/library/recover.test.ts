import { spawn } from 'node:child_process';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mayStillWrite } from '../../../../src/main/library/is-running';
import { recover } from '../../../../src/main/library/recover';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, inWholeNs, readAll } from '../session/session-file';
import { emptyLibrary, newLibrary, put } from './library-folder';

const events = inWholeNs(makeRun({ tasks: 30, workers: 2, batchNs: 40e6 }));
const whole = encoded(events, 1);
/** No process has it: PIDs are smaller. */
const NOBODY = 99_999_999;
const id = `20260101-120000-${NOBODY}-1`;

describe('after a crash', () => {
  it('a recording is a session up to where it got, and a sentence says so once', async () => {
    const library = emptyLibrary();
    writeFileSync(library.files.part(id), whole.subarray(0, whole.length - 3000));
    const sentences = await recover(library);
    expect(sentences).toEqual([
      expect.stringMatching(/^The recording of “Made up” was cut off .* its first .+ are saved\.$/),
    ]);
    expect(existsSync(library.files.part(id))).toBe(false);
    const [recording] = await library.list();
    expect(recording).toMatchObject({ id, title: 'Made up', status: 'unfinished' });
    expect(recording?.note).toMatch(/^Recovered\. Ends at \d/);
    expect((await readAll(library.files.session(id))).events.length).toBeGreaterThan(5);
    expect(await recover(library)).toEqual([]);
  });

  it('one that lacked only its name is whole', async () => {
    const library = emptyLibrary();
    writeFileSync(library.files.part(id), whole);
    await recover(library);
    expect((await library.list())[0]).toMatchObject({ status: 'completed', note: null });
  });

  it('nothing is left of one that had not begun, nor of what belongs to no recording', async () => {
    const library = emptyLibrary();
    writeFileSync(library.files.part(id), '');
    const other = `20260101-120000-${NOBODY}-2`;
    for (const path of [library.files.facts(other), library.files.picture(other)]) writeFileSync(path, 'x');
    writeFileSync(`${library.files.session(other)}.${NOBODY}.part`, 'half a copy');
    expect(await recover(library)).toEqual([]);
    expect(readdirSync(library.files.folder)).toEqual([]);
  });

  it('a recording and what the person has put into the folder are left as they are', async () => {
    const library = emptyLibrary();
    put(library, id, whole);
    put(library, 'mine', whole);
    writeFileSync(library.files.facts('mine'), 'a file of somebody');
    await recover(library);
    expect(readdirSync(library.files.folder).sort()).toEqual([`${id}.poolscope`, 'mine.json', 'mine.poolscope']);
  });

  it('what this Poolscope or another one is writing is left alone', async () => {
    const library = emptyLibrary();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    try {
      const theirs = `20260101-120000-${child.pid}-1`;
      const ours = `20260101-120000-${process.pid}-7`;
      for (const one of [theirs, ours]) writeFileSync(library.files.part(one), whole);
      expect(await recover(library, new Set([ours]))).toEqual([]);
      expect(existsSync(library.files.part(theirs)) && existsSync(library.files.part(ours))).toBe(true);
      // The PID is somebody else's by now: nobody has written for long.
      utimesSync(library.files.part(theirs), new Date(0), new Date(0));
      await recover(library, new Set([ours]));
      expect(existsSync(library.files.session(theirs))).toBe(true);
      expect(existsSync(library.files.part(ours))).toBe(true);
    } finally {
      child.kill();
    }
  });

  it('a folder that is not there is no trouble', async () => {
    expect(await recover(newLibrary())).toEqual([]);
  });
});

describe('whether a process may still write', () => {
  it('is asked of the process, and of the time of its last word', () => {
    expect(mayStillWrite(NOBODY, Date.now())).toBe(false);
    expect(mayStillWrite(process.ppid, Date.now())).toBe(true);
    expect(mayStillWrite(process.ppid, Date.now() - 120_000)).toBe(false);
    // A process of the past that had the PID of this one.
    expect(mayStillWrite(process.pid, Date.now())).toBe(false);
  });
});
