import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { Autosave } from '../../../../src/main/library/autosave';
import type { Library } from '../../../../src/main/library/library';
import type { Run } from '../../../../src/main/run/run';
import type { RecordingSettings } from '../../../../src/shared/settings';
import { makeRun } from '../../../fixtures/make-run';
import { inWholeNs, startedOf } from '../session/session-file';
import { emptyLibrary, newLibrary, THREAD } from './library-folder';

vi.mock('electron', () => ({ app: { getVersion: () => '0.0.0' } }));

if (!existsSync(THREAD)) throw new Error('Build first: these tests run the built thread (npm run build).');

const events = inWholeNs(makeRun({ tasks: 30, workers: 2, batchNs: 50e6 }));
const { scenario, tasks, chunksize, epochMs } = startedOf(events);
/** All that a recording asks of a run. */
const run = { scenario, tasks, chunksize, clock: { epochMs } } as unknown as Run;

function open(library: Library, settings: Partial<RecordingSettings> = {}, shown: readonly string[] = []) {
  const notices: string[] = [];
  const ids: string[] = [];
  const saved: Promise<boolean>[] = [];
  const autosave = new Autosave({
    library,
    settings: () => ({ on: true, mostBytes: 1024 ** 3, mostRuns: 50, ...settings }),
    shown: () => new Set(shown),
    tell: ({ notice }) => void (notice !== null && notices.push(notice)),
    begun: (_, id, done) => {
      ids.push(id);
      saved.push(done);
    },
    entry: THREAD,
  });
  /** @returns its id, once it is in its place */
  const record = async (runId: number): Promise<string> => {
    const keeper = autosave.begin(run, runId);
    for (const event of events) keeper?.add(event);
    await saved.at(-1);
    return ids.at(-1) ?? '';
  };
  return { autosave, notices, ids, saved, record };
}

describe('runs of the window', () => {
  it('are recorded into a folder that is made for them, each into a file of its own', async () => {
    const library = newLibrary();
    const { record, autosave } = open(library);
    const first = await record(1);
    const second = await record(2);
    expect(first).not.toBe(second);
    expect((await library.list()).map(({ id, status }) => [id, status])).toEqual([
      [second, 'completed'],
      [first, 'completed'],
    ]);
    expect(autosave.title).toBeNull();
  });

  it('are not recorded when the person does not want it', async () => {
    const library = newLibrary();
    const { autosave } = open(library, { on: false });
    expect(autosave.begin(run, 1)).toBeNull();
    expect(existsSync(library.files.folder)).toBe(false);
  });

  it('go on when the folder cannot be written; one sentence says so, and not for each run anew', async () => {
    const library = newLibrary();
    writeFileSync(library.files.folder, 'a file where the folder would be');
    const { record, notices, saved } = open(library);
    await record(1);
    await record(2);
    expect(await Promise.all(saved)).toEqual([false, false]);
    expect(notices).toEqual([
      `Runs are not recorded: ${library.files.folder} cannot be written (a file has its name).`,
    ]);
  });

  it('are told of again when they cannot be recorded once more, after one that could', async () => {
    const library = newLibrary();
    const { record, notices } = open(library);
    writeFileSync(library.files.folder, 'a file where the folder would be');
    await record(1);
    rmSync(library.files.folder);
    await record(2);
    rmSync(library.files.folder, { recursive: true });
    writeFileSync(library.files.folder, 'a file once more');
    await record(3);
    expect(notices).toHaveLength(2);
    expect(notices[1]).toBe(notices[0]);
  });

  it('push out the oldest beyond the limit, but none that is shown or kept', async () => {
    const library = emptyLibrary();
    const { record } = open(library, { mostRuns: 2 });
    const [first, second] = [await record(1), await record(2)];
    await library.keep(first, true);
    const third = await record(3);
    const spare = open(library, { mostRuns: 2 }, [second]);
    const fourth = await spare.record(4);
    expect((await library.list()).map(({ id }) => id).sort()).toEqual([first, second, fourth].sort());
    expect(existsSync(library.files.facts(third))).toBe(false);
  });

  it('are brought to disk when the window is closed in the middle of one', async () => {
    const library = emptyLibrary();
    const { autosave } = open(library);
    const keeper = autosave.begin(run, 1);
    for (const event of events.slice(0, -1)) keeper?.add(event);
    await autosave.shutDown();
    const [recording] = await library.list();
    expect(recording).toMatchObject({ status: 'unfinished', note: expect.stringMatching(/^Ends at/) });
    expect(readdirSync(library.files.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
