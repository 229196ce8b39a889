import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RunPlaces } from '../../../../src/main/library/run-places';
import type { Annotations } from '../../../../src/shared/annotations';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith, inWholeNs, readAll, sessionPath, startedOf } from '../session/session-file';

const events = inWholeNs(makeRun({ tasks: 12, workers: 2 }));
const whole = encoded(events);
const saying = (text: string): Annotations => ({ notes: [{ atNs: 5, row: null, text }], chapters: [] });
const annotationsIn = async (path: string) => startedOf((await readAll(path)).events).annotations;
const fromFile = (runId: number, path: string, format: 'session' | 'chrome-trace' = 'session') =>
  ({ ...startedOf(events), runId, source: { kind: 'file', path, format } }) as const;
const refusal = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.message);

describe('notes on a run that was opened from a file', () => {
  it('go into that file, the latest ones', async () => {
    const path = fileWith(whole);
    const places = new RunPlaces();
    places.take(fromFile(1, path));
    await Promise.all([places.annotate(1, saying('one')), places.annotate(1, saying('two'))]);
    await places.annotate(1, saying('three'));
    expect(await annotationsIn(path)).toEqual(saying('three'));
  });

  it('are refused by the second of two windows on one file, which can save a copy', async () => {
    const path = fileWith(whole);
    const [mine, theirs] = [new RunPlaces(), new RunPlaces()];
    mine.take(fromFile(1, path));
    theirs.take(fromFile(1, path));
    await theirs.settled();
    await mine.annotate(1, saying('mine'));
    expect(await refusal(theirs.annotate(1, saying('theirs')))).toBe(
      `${path}: has changed on disk since it was opened, so notes were not saved into it`,
    );
    expect(await annotationsIn(path)).toEqual(saying('mine'));
    const copy = sessionPath();
    await theirs.saveCopy(1, saying('theirs'), copy);
    expect(await annotationsIn(copy)).toEqual(saying('theirs'));
    // From now on it is the copy that is written on.
    await theirs.annotate(1, saying('theirs again'));
    expect(await annotationsIn(copy)).toEqual(saying('theirs again'));
    expect(await annotationsIn(path)).toEqual(saying('mine'));
  });

  it('are refused where the file is a trace of another tool', async () => {
    const path = fileWith('{"traceEvents":[]}');
    const places = new RunPlaces();
    places.take(fromFile(1, path, 'chrome-trace'));
    expect(await refusal(places.annotate(1, saying('no')))).toMatch(/^Notes are kept in recordings and saved sessions/);
    expect(readFileSync(path, 'utf8')).toBe('{"traceEvents":[]}');
  });
});

describe('notes on a run that is being recorded', () => {
  it('wait until it has ended', async () => {
    const places = new RunPlaces();
    const path = sessionPath();
    let end: (whole: boolean) => void = () => undefined;
    places.recorded(3, path, new Promise((resolve) => (end = resolve)));
    const saved = places.annotate(3, saying('while it runs'));
    expect(await places.isWhole(3)).toBe(false);
    fileAt(path);
    end(true);
    await saved;
    expect(await annotationsIn(path)).toEqual(saying('while it runs'));
    expect(await places.isWhole(3)).toBe(true);
  });

  it('go with the run when nothing of it was recorded', async () => {
    const places = new RunPlaces();
    places.recorded(3, sessionPath(), Promise.resolve(false));
    expect(await refusal(places.annotate(3, saying('x')))).toMatch(/^Nothing of this run was recorded/);
  });
});

describe('what may be shown', () => {
  it('is the latest runs, whichever is beside the other', () => {
    const paths = [1, 2, 3, 4, 5, 6].map((runId) => `/made/up/${runId}.poolscope`);
    const places = new RunPlaces();
    for (const [index, path] of paths.entries()) places.take(fromFile(index + 1, path));
    expect(places.shown).toEqual(paths.slice(2).toReversed());
  });
});

function fileAt(path: string): void {
  writeFileSync(path, whole);
}
