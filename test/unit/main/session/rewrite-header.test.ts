import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileStamp } from '../../../../src/main/session/file-stamp';
import { rewriteHeader } from '../../../../src/main/session/rewrite-header';
import { walkMessages } from '../../../../src/main/session/walk-messages';
import type { Annotations } from '../../../../src/shared/annotations';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith, inWholeNs, readAll, sessionPath, startedOf } from './session-file';

const events = inWholeNs(makeRun({ tasks: 40, workers: 2, batchNs: 60e6 }));
const whole = encoded(events);

const annotations: Annotations = {
  notes: [{ atNs: 12e6, row: 3, text: 'Here the queue runs dry \u{1F600}' }],
  chapters: [{ atNs: 0, title: 'Boot', caption: 'Two workers start.', pause: true }],
};

/** Everything behind the first message. */
async function rest(path: string): Promise<Buffer> {
  const file = await open(path);
  const { value: schema } = await walkMessages(file).next();
  await file.close();
  return readFileSync(path).subarray(schema?.end);
}

const refusal = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.message);
const partsOf = (path: string) =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)) && name !== basename(path));

describe('notes that are saved into a session file', () => {
  it('come back when it is opened, and so does everything that was in it', async () => {
    const path = fileWith(whole);
    const stamp = await rewriteHeader(path, { annotations, stamp: await fileStamp(path) });
    expect(stamp).toBe(await fileStamp(path));
    const { events: read, trouble } = await readAll(path);
    expect(trouble).toBeNull();
    expect(startedOf(read)).toMatchObject({ annotations });
    expect(read.slice(1)).toEqual((await readAll(fileWith(whole))).events.slice(1));
    expect(partsOf(path)).toEqual([]);
  });

  it('leave every byte behind the header as it was, however often and in whatever words', async () => {
    const note = fc.record({
      atNs: fc.double({ noNaN: true, noDefaultInfinity: true }),
      row: fc.option(fc.nat(1e6)),
      text: fc.string({ maxLength: 200, unit: 'grapheme' }).filter((text) => text.length <= 200),
    });
    const path = fileWith(whole);
    const behind = await rest(path);
    await fc.assert(
      fc.asyncProperty(fc.array(note, { maxLength: 20 }), async (notes) => {
        await rewriteHeader(path, { annotations: { notes, chapters: [] } });
        expect((await rest(path)).equals(behind)).toBe(true);
        const [started] = (await readAll(path)).events;
        expect(started).toMatchObject({ annotations: JSON.parse(JSON.stringify({ notes, chapters: [] })) });
      }),
      { numRuns: 30 },
    );
  });

  it('bring a file of version 1 to this one, and keep what an unknown tool has put into its header', async () => {
    const old = resolve(import.meta.dirname, '../../../fixtures/sessions/v1.poolscope');
    const path = fileWith(readFileSync(old));
    await rewriteHeader(path, { annotations });
    expect(startedOf((await readAll(path)).events)).toMatchObject({ annotations });
    expect((await rest(path)).equals(await rest(old))).toBe(true);
  });

  it('go into a file that was cut off, too', async () => {
    const path = fileWith(whole.subarray(0, whole.length - 900));
    const behind = await rest(path);
    await rewriteHeader(path, { annotations });
    expect((await rest(path)).equals(behind)).toBe(true);
  });

  it('are refused in one sentence when the file has changed since it was opened', async () => {
    const path = fileWith(whole);
    const stamp = await fileStamp(path);
    await rewriteHeader(path, { annotations, stamp });
    const before = readFileSync(path);
    expect(await refusal(rewriteHeader(path, { annotations: { notes: [], chapters: [] }, stamp }))).toBe(
      `${path}: has changed on disk since it was opened, so notes were not saved into it`,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(partsOf(path)).toEqual([]);
  });

  it('are refused when the file is gone, read-only or no session, and nothing is left behind', async () => {
    const missing = sessionPath();
    expect(await refusal(rewriteHeader(missing, { annotations }))).toMatch(/^\S+: notes cannot be saved into it/);
    expect(existsSync(missing)).toBe(false);
    const readOnly = fileWith(whole);
    chmodSync(readOnly, 0o444);
    expect(await refusal(rewriteHeader(readOnly, { annotations }))).toBe(
      `${readOnly}: notes cannot be saved into it (no permission)`,
    );
    const foreign = fileWith('{"traceEvents":[]}');
    expect(await refusal(rewriteHeader(foreign, { annotations }))).toBe(`${foreign}: is no Poolscope session`);
    expect([...partsOf(readOnly), ...partsOf(foreign)]).toEqual([]);
  });

  it('can go into a copy of a file that is read-only', async () => {
    const path = fileWith(whole);
    chmodSync(path, 0o444);
    const to = sessionPath();
    await rewriteHeader(path, { annotations, to });
    expect(startedOf((await readAll(to)).events)).toMatchObject({ annotations });
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it('go through a link into the file that it leads to', async () => {
    const path = fileWith(whole);
    const link = sessionPath();
    symlinkSync(path, link);
    await rewriteHeader(link, { annotations });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(startedOf((await readAll(path)).events)).toMatchObject({ annotations });
  });

  it('do not end up in a file that somebody writes meanwhile', async () => {
    const path = fileWith(whole);
    const stamp = await fileStamp(path);
    writeFileSync(path, whole.subarray(0, 9000));
    expect(await refusal(rewriteHeader(path, { annotations, stamp }))).toContain('has changed on disk');
    expect(readFileSync(path).length).toBe(9000);
  });
});
