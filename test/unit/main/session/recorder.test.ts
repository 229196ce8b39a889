import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { SessionRecorder } from '../../../../src/main/session/session-recorder';
import { makeRun } from '../../../fixtures/make-run';
import { headerFor, inWholeNs, readAll, sessionPath, startedOf } from './session-file';

const THREAD = resolve(import.meta.dirname, '../../../../out/main/session-thread.js');
if (!existsSync(THREAD)) throw new Error('Build first: these tests run the built thread (npm run build).');

const events = inWholeNs(makeRun({ tasks: 40, workers: 2, batchNs: 100e6 }));
const recorder = (path: string) => new SessionRecorder(path, headerFor(startedOf(events)), { entry: THREAD });

describe('recording a session', () => {
  it('leaves one whole file under its name', async () => {
    const path = sessionPath();
    const recording = recorder(path);
    for (const event of events) recording.add(event);
    expect(await recording.finish()).toBe(statSync(path).size);
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)))).toEqual([basename(path)]);
    const { events: read, trouble } = await readAll(path);
    expect(trouble).toBeNull();
    expect(read.at(-1)).toMatchObject({ type: 'ended', status: 'completed' });
  });

  it('shows that it is still at it while there is nothing to record', async () => {
    const path = sessionPath();
    const recording = recorder(path);
    await vi.waitFor(() => expect(statSync(`${path}.part`).size).toBeGreaterThan(0), 10_000);
    const { size } = statSync(`${path}.part`);
    utimesSync(`${path}.part`, new Date(0), new Date(0));
    await vi.waitFor(() => expect(statSync(`${path}.part`).mtimeMs).toBeGreaterThan(0), 10_000);
    expect(statSync(`${path}.part`).size).toBe(size);
    await recording.finish();
  }, 30_000);

  it('says that it cannot begin, and the run goes on', async () => {
    const path = `${sessionPath()}/none/a.poolscope`;
    const recording = recorder(path);
    recording.add(events[1] ?? startedOf(events));
    await expect(recording.finish()).rejects.toThrow(`${path}: recording stopped (its folder does not exist)`);
    expect((await recording.failed).message).toContain('recording stopped');
    // What comes afterwards is lost, and does no harm.
    recording.add(events[1] ?? startedOf(events));
  });

  it('says that it cannot replace a folder', async () => {
    const path = sessionPath();
    mkdirSync(`${path}.part`);
    await expect(recorder(path).finish()).rejects.toThrow('recording stopped (it is a folder)');
  });

  it('says where the session is when its name is taken by a folder meanwhile', async () => {
    const path = sessionPath();
    const recording = recorder(path);
    for (const event of events) recording.add(event);
    mkdirSync(path);
    const sentence = `${path}: could not be written (it is a folder); the whole session is in ${path}.part`;
    await expect(recording.finish()).rejects.toThrow(sentence);
    expect((await recording.failed).message).toBe(sentence);
    expect((await readAll(`${path}.part`)).trouble).toBeNull();
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    const path = sessionPath();
    symlinkSync('/dev/full', `${path}.part`);
    const recording = recorder(path);
    for (const event of events) recording.add(event);
    await expect(recording.finish()).rejects.toThrow('recording stopped (the disk is full)');
    expect(existsSync(path)).toBe(false);
  });

  it('stops before the file becomes larger than it may, and says where', async () => {
    const path = sessionPath();
    const recording = new SessionRecorder(path, headerFor(startedOf(events)), { entry: THREAD, mostBytes: 3000 });
    for (const event of events) recording.add(event);
    await expect(recording.finish()).rejects.toMatchObject({
      reason: expect.stringMatching(/^it would become larger than 2\.93.KB$/),
      writtenTo: 0,
    });
  });
});
