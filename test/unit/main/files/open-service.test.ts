import { existsSync, mkdirSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import type { RunEvent } from '../../../../src/shared/run-events';
import { COLUMN_NAMES } from '../../../../src/shared/telemetry';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith, inWholeNs, sessionPath } from '../session/session-file';
import { builtThread } from './built-thread';
import { ShownFile } from './shown-file';

const entry = builtThread();
const events = inWholeNs(makeRun({ tasks: 200, workers: 3, failEvery: 9, crash: 1, batchNs: 60e6 }));
const whole = encoded(events);

function factsOf(run: readonly RunEvent[]): Facts {
  const store = createFactsStore();
  for (const event of run) takeEvent(store, event);
  return store.getState();
}

/** All that is drawn, as plain values. */
const drawn = ({ data, calledAt, ended, poolSize }: Facts) => ({
  calledAt,
  poolSize,
  ended: { ...ended, runId: 0 },
  workers: data.workers,
  columns: COLUMN_NAMES.map((name) => [name, ...data.table.columns[name].subarray(0, data.table.length)]),
  delivered: [...data.deliveredRows.array.subarray(0, data.deliveredRows.length)],
  queue: [...data.queueDepth.array.subarray(0, data.queueDepth.length)],
});

describe('opening a session', () => {
  it('shows exactly the run that was recorded, under an id of its own, as one that is not live', async () => {
    const shown = new ShownFile(entry());
    const path = fileWith(whole);
    expect(await shown.open(path)).toBeNull();
    expect(drawn(shown.facts)).toEqual(drawn(factsOf(events)));
    expect(shown.facts.started).toMatchObject({ runId: 7, beside: false, source: { kind: 'file', path } });
    expect(shown.state).toBe('whole');
    expect(shown.news.at(-1)).toMatchObject({ readBytes: whole.length, totalBytes: whole.length, message: null });
  });

  it('makes few batches of many', async () => {
    const shown = new ShownFile(entry());
    await shown.open(fileWith(encoded(events, 1)));
    const batches = (list: readonly RunEvent[]) => list.filter(({ type }) => type === 'telemetry').length;
    expect(batches(shown.events)).toBeLessThan(batches(events) / 2);
  });

  it('waits while the window takes nothing, and goes on when it does', async () => {
    const tasks = 120_000;
    const large = inWholeNs(makeRun({ tasks, workers: 4, chunksize: 100, meanNs: 1e5 }));
    const shown = new ShownFile(entry(), false);
    await shown.service.open(fileWith(encoded(large)), 'session', false);
    await shown.until(() => shown.facts.data.table.length > 0);
    const before = shown.facts.data.table.length;
    expect(before).toBeLessThan(tasks);
    expect(shown.facts.ended).toBeNull();
    shown.takeAll();
    await shown.until(() => shown.facts.ended !== null);
    expect(shown.facts.data.table.length).toBe(tasks);
  });

  it('ends the opening before it in the same place, and not the one beside', async () => {
    const shown = new ShownFile(entry(), false);
    const large = fileWith(encoded(inWholeNs(makeRun({ tasks: 120_000, chunksize: 100, meanNs: 1e5 }))));
    const first = await shown.service.open(large, 'session', false);
    const beside = await shown.service.open(large, 'session', true);
    await shown.service.open(fileWith(whole), 'session', false);
    const states = (runId: number | null) => shown.news.filter((one) => one.runId === runId).map(({ state }) => state);
    expect(states(first).at(-1)).toBe('cancelled');
    expect(states(beside).at(-1)).toBe('reading');
    await shown.service.shutDown();
  });

  it('two of them read one file without harm', async () => {
    const path = fileWith(whole);
    const windows = [new ShownFile(entry()), new ShownFile(entry())];
    expect(await Promise.all(windows.map((window) => window.open(path)))).toEqual([null, null]);
    for (const { facts, state } of windows) {
      expect(state).toBe('whole');
      expect(drawn(facts)).toEqual(drawn(factsOf(events)));
    }
  });
});

describe('a session that was cut off', () => {
  it('is shown up to there, ends unfinished, and says so', async () => {
    const withoutEnd = encoded(events.slice(0, -1));
    const shown = new ShownFile(entry());
    const path = fileWith(withoutEnd);
    expect(await shown.open(path)).toBeNull();
    expect(shown.state).toBe('cut-short');
    expect(shown.message).toBe(`${path}: the recording ends before its run does`);
    const { ended, data } = shown.facts;
    expect(ended).toMatchObject({
      status: 'unfinished',
      message: 'The recording ends before its run does; everything up to there is shown.',
    });
    const before = factsOf(events).ended?.summary;
    expect(ended?.summary).toMatchObject({
      ok: false,
      pids: before?.pids,
      telemetry: { records: data.table.length },
      tasks: { submitted: 200, completed: before?.tasks.completed },
    });
    // What it is derived from has whole ns, the made-up summary has not.
    expect(ended?.summary.speedup.serialMs).toBeCloseTo(before?.speedup.serialMs ?? 0, 3);
    expect(ended?.summary.phasesMs.run.p95).toBeCloseTo(before?.phasesMs.run.p95 ?? 0, 3);
    expect(ended?.summary.wallMs).toBeCloseTo(before?.wallMs ?? 0, 3);
  });

  it('has an end wherever it was cut', async () => {
    for (let end = 12_000; end < whole.length; end += Math.ceil(whole.length / 7)) {
      const shown = new ShownFile(entry());
      expect(await shown.open(fileWith(whole.subarray(0, end)))).toBeNull();
      expect(shown.state).toBe('cut-short');
      expect(shown.facts.ended?.summary.telemetry.records ?? -1).toBe(shown.facts.data.table.length);
    }
  });
});

describe('cancelling', () => {
  it('shows what had been read, with an end that says so', async () => {
    const large = inWholeNs(makeRun({ tasks: 200_000, workers: 4, chunksize: 100, meanNs: 1e5 }));
    const shown = new ShownFile(entry(), false);
    const runId = (await shown.service.open(fileWith(encoded(large)), 'session', false)) ?? 0;
    await shown.until(() => shown.facts.data.table.length > 0);
    shown.service.cancel(runId);
    expect(shown.state).toBe('cancelled');
    shown.takeAll();
    await shown.until(() => shown.facts.ended !== null);
    expect(shown.facts.data.table.length).toBeLessThan(200_000);
    expect(shown.facts.ended).toMatchObject({
      status: 'unfinished',
      message: 'Reading was cancelled; what had been read is shown.',
    });
    // It is over: there is nothing to be cancelled any more.
    const { length } = shown.news;
    shown.service.cancel(runId);
    expect(shown.news).toHaveLength(length);
  });

  it('is shown nothing of when a run is started as soon as it was asked for', async () => {
    const shown = new ShownFile(entry());
    const opened = shown.service.open(fileWith(whole), 'session', false);
    shown.service.abandon(false);
    expect(await opened).toBeNull();
    await shown.service.shutDown();
    expect(shown.events).toEqual([]);
  });

  it('leaves nothing behind when another run takes the place', async () => {
    const shown = new ShownFile(entry(), false);
    await shown.service.open(fileWith(whole), 'session', false);
    shown.service.abandon(false);
    expect(['cancelled', 'whole']).toContain(shown.state);
    const { length } = shown.events;
    await shown.service.shutDown();
    expect(shown.events).toHaveLength(length);
  });
});

describe('a thread that dies', () => {
  const dying = (when: string): string => {
    const path = sessionPath().replace(/\.poolscope$/, '.mjs');
    const started = JSON.stringify({ ...events[0], runId: 0 });
    writeFileSync(
      path,
      `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ type }) => { if (type === '${when}') throw new Error('no more memory'); });
      parentPort.postMessage({ type: 'event', event: ${started} });`,
    );
    return path;
  };

  it('while it reads leaves a run that is cut short, with a sentence', async () => {
    const shown = new ShownFile(dying('taken'), false);
    const path = fileWith(whole);
    const runId = (await shown.service.open(path, 'session', false)) ?? 0;
    shown.service.ack(runId);
    await shown.until(() => shown.facts.ended !== null);
    expect([shown.state, shown.message]).toEqual(['cut-short', `${path}: reading it failed (no more memory)`]);
    expect(shown.facts.ended).toMatchObject({ status: 'unfinished' });
  });

  it('after it was cancelled leaves no run that never ends', async () => {
    const shown = new ShownFile(dying('stop'), false);
    shown.service.cancel((await shown.service.open(fileWith(whole), 'session', false)) ?? 0);
    await shown.until(() => shown.facts.ended !== null);
    expect(shown.state).toBe('cancelled');
    expect(shown.facts.ended).toMatchObject({ status: 'unfinished' });
  });
});

describe('a file without a run', () => {
  const refusal = async (path: string) => {
    const shown = new ShownFile(entry());
    const message = await shown.open(path);
    expect(shown.events).toEqual([]);
    expect(shown.message).toBe(message);
    expect(shown.state).toBe('failed');
    return message;
  };

  it('is refused in one sentence, and nothing is shown of it', async () => {
    const foreign = fileWith(new Uint8Array(5000).fill(255));
    expect(await refusal(foreign)).toBe(
      `${foreign}: expected a Poolscope session (an Arrow stream with a header of ours)`,
    );
    const short = fileWith(whole.subarray(0, 300));
    expect(await refusal(short)).toMatch(/expected a Poolscope session/);
  });

  it('is refused when it is gone', async () => {
    const missing = sessionPath();
    expect(await new ShownFile(entry()).open(missing)).toBe(`${missing}: there is no such file`);
  });
});

describe('a file that changes while it is read', () => {
  const large = () => encoded(inWholeNs(makeRun({ tasks: 200_000, workers: 4, chunksize: 100, meanNs: 1e5 })));

  it('and is cut there, is shown up to there', async () => {
    const path = fileWith(large());
    const shown = new ShownFile(entry(), false);
    await shown.service.open(path, 'session', false);
    await shown.until(() => shown.facts.data.table.length > 0);
    truncateSync(path, 1000);
    shown.takeAll();
    await shown.until(() => shown.facts.ended !== null);
    await shown.until(() => shown.state !== 'reading');
    expect(['cut-short', 'whole']).toContain(shown.state);
    expect(shown.facts.data.table.length).toBeGreaterThan(0);
  });

  it('and is removed, comes to an end', async () => {
    const path = fileWith(large());
    const shown = new ShownFile(entry(), false);
    await shown.service.open(path, 'session', false);
    await shown.until(() => shown.facts.data.table.length > 0);
    unlinkSync(path);
    shown.takeAll();
    await shown.until(() => shown.facts.ended !== null);
    expect(shown.facts.data.table.length).toBeGreaterThan(0);
  });
});

describe('a file of 2 GB that begins like a session', () => {
  it('is cut short where the session in it ends, in no time and memory', async () => {
    const path = fileWith(encoded(events.slice(0, -1)));
    // Sparse: it takes no room on the disk.
    truncateSync(path, 2 * 1024 ** 3);
    const before = process.memoryUsage().rss;
    const shown = new ShownFile(entry());
    expect(await shown.open(path)).toBeNull();
    expect(shown.state).toBe('cut-short');
    expect(shown.facts.data.table.length).toBeGreaterThan(0);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 ** 2);
    rmSync(path);
  });

  it('is refused or cut short where a length in it says that all the rest is one record', async () => {
    const path = fileWith(Buffer.concat([whole.subarray(0, 16_000), Buffer.from([255, 255, 255, 255, 0, 0, 0, 0x7f])]));
    truncateSync(path, 2 * 1024 ** 3);
    const before = process.memoryUsage().rss;
    const shown = new ShownFile(entry());
    await shown.open(path);
    expect(['cut-short', 'failed']).toContain(shown.state);
    expect(process.memoryUsage().rss - before).toBeLessThan(900 * 1024 ** 2);
    rmSync(path);
  });
});

describe('a file that may not be read', () => {
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('is refused in words', async () => {
    const path = fileWith(whole);
    writeFileSync(path, whole, { mode: 0o000 });
    expect(existsSync(path)).toBe(true);
    mkdirSync(`${path}.d`);
    expect(await new ShownFile(entry()).open(path)).toContain('no permission');
  });
});
