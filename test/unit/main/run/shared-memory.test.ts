import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { sharedName } from '../../../../src/boundary/shared-memory/names';
import { Semaphore } from '../../../../src/boundary/shared-memory/semaphore';
import { SharedMemory } from '../../../../src/boundary/shared-memory/shared-memory';
import { sharedSystem } from '../../../../src/boundary/shared-memory/system';
import { threadEngine } from '../../../../src/main/engines/thread';
import { Run } from '../../../../src/main/run/run';
import { forget, ledgerFolder, remember, removeLeftBehind } from '../../../../src/main/run/shared-ledger';
import { SharedState } from '../../../../src/main/run/shared-state';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { Scenario, ScenarioDraft } from '../../../../src/shared/scenario';
import type { SharedCount } from '../../../../src/shared/summary';
import { engine, WORKER_ENTRY } from '../../../fixtures/pools';

const scenario = (draft: Omit<ScenarioDraft, 'version'>): Scenario => parseScenario({ version: 1, ...draft });
const counting = (lock: string, additions: number, rest: object = {}): Scenario =>
  scenario({
    pool: { processes: 2 },
    call: { method: 'imap-unordered', chunksize: 1 },
    workload: { name: 'shared-counter', params: { lock } },
    input: { items: Array(4).fill(additions) },
    ...rest,
  });

const folder = mkdtempSync(join(tmpdir(), 'poolscope-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What this process has in the file system of shared memory, where there is one. */
function segments(): string[] {
  if (process.platform !== 'linux') return [];
  const mine = `poolscope-${process.pid.toString(36)}-`;
  return readdirSync('/dev/shm').filter((file) => file.startsWith(mine) || file.startsWith(`sem.${mine}`));
}

describe('a counter that processes share', () => {
  it('is exact with its lock, and gone with the run', async () => {
    const summary = await new Run({ scenario: counting('each-addition', 2000), engine }).go();
    expect(summary).toMatchObject({ ok: true, counter: { expected: 8000, found: 8000 } });
    expect(segments()).toEqual([]);
  });

  it('loses updates without it, at the latest after some tries', async () => {
    let lost = 0;
    for (let tries = 0; tries < 20 && lost === 0; tries++) {
      const { counter } = await new Run({ scenario: counting('none', 300_000), engine }).go();
      expect(counter?.expected).toBe(1_200_000);
      lost = (counter?.expected ?? 0) - (counter?.found ?? 0);
    }
    expect(lost).toBeGreaterThan(0);
  });

  it.each(['thread', 'serial'] as const)('counts on the engine %s, too', async (name) => {
    const run = new Run({
      scenario: counting('each-addition', 100, { engine: name }),
      engine: threadEngine(WORKER_ENTRY),
    });
    expect(await run.go()).toMatchObject({ ok: true, counter: { expected: 400, found: 400 } });
    expect(segments()).toEqual([]);
  });

  it('is gone when the run is killed, too', async () => {
    const run = new Run({ scenario: counting('each-addition', 1e9), engine });
    const ended = run.go(() => void run.kill());
    expect(await ended).toMatchObject({ ok: false });
    expect(segments()).toEqual([]);
  });
});

describe('threads of this process', () => {
  const onThreads = (draft: Omit<ScenarioDraft, 'version'>): Run =>
    new Run({ scenario: scenario({ engine: 'thread', ...draft }), engine: threadEngine(WORKER_ENTRY) });

  it.skipIf(process.platform !== 'linux')('leave nothing mapped, however the run ends', async () => {
    const mapped = (): number => readFileSync('/proc/self/maps', 'utf8').split('\n').filter(isOurs).length;
    const isOurs = (line: string): boolean => line.includes('/dev/shm/') && line.includes('(deleted)');
    const payload = { kind: 'shared-memory', bytes: 100_000 } as const;
    const before = mapped();
    for (const items of [[1, 1, 1], [60_000]]) {
      const run = onThreads({ pool: { processes: 2 }, workload: { name: 'sleep' }, input: { items }, payload });
      await run.go(() => void (items.length === 1 && run.kill()));
    }
    const run = onThreads({ workload: { name: 'shared-counter' }, input: { items: [1, 1, 1] } });
    expect(await run.go()).toMatchObject({ ok: true });
    expect(mapped()).toBe(before);
  });

  it('are ended, too, while they wait for a lock that nobody gives back', async () => {
    const system = await sharedSystem();
    const workload = { name: 'shared-counter', params: { lock: 'each-addition' } } as const;
    const run = onThreads({ pool: { processes: 2 }, call: { chunksize: 1 }, workload, input: { items: [0, 9, 9, 9] } });
    const summary = await run.go(() => {
      const lock = Semaphore.open(system, run.shared.names?.counter?.lock ?? '');
      lock.acquire();
      lock.close();
      // By then they wait for it; where they do not yet, this proves less.
      setTimeout(() => void run.kill(), 300);
    });
    expect(summary).toMatchObject({ ok: false, counter: { found: 0 } });
    expect(segments()).toEqual([]);
  });
});

describe('an array that processes share', () => {
  const array = (parts: string, lock: string, additions: number): Scenario =>
    scenario({
      pool: { processes: 2 },
      call: { method: 'imap-unordered', chunksize: 1 },
      workload: { name: 'shared-array', params: { parts, lock } },
      input: { items: Array(4).fill(additions) },
    });

  it('loses nothing without a lock where each task has its own part', async () => {
    const summary = await new Run({ scenario: array('own', 'none', 100_000), engine }).go();
    expect(summary).toMatchObject({ ok: true, counter: { expected: 400_000, found: 400_000, numbers: 32, short: 0 } });
    expect(segments()).toEqual([]);
  });

  it('loses updates where parts overlap, at the latest after some tries, in the numbers that are shared', async () => {
    let counter: SharedCount | undefined;
    for (let tries = 0; tries < 20 && (counter?.short ?? 0) === 0; tries++) {
      counter = (await new Run({ scenario: array('overlapping', 'none', 300_000), engine }).go()).counter;
    }
    expect(counter?.numbers).toBe(20);
    expect(counter?.found).toBeLessThan(counter?.expected ?? 0);
    // The first and the last half part belong to one task alone.
    expect(counter?.short).toBeLessThanOrEqual(12);
  });

  it('loses nothing where parts overlap and the lock is held', async () => {
    const summary = await new Run({ scenario: array('overlapping', 'each-addition', 2003), engine }).go();
    expect(summary).toMatchObject({ ok: true, counter: { expected: 8012, found: 8012, numbers: 20, short: 0 } });
  });

  it('has a bounded number of tasks', () => {
    const draft = { workload: { name: 'shared-array' }, input: { generate: { count: 65_537 } } } as const;
    expect(() => scenario(draft)).toThrow('input.generate.count: expected at most 65536 tasks that share an array');
  });
});

it('what could not be made is forgotten again', async () => {
  const system = await sharedSystem();
  const state = new SharedState(counting('none', 1));
  const taken = SharedMemory.create(system, state.names?.counter?.memory ?? '', 8);
  await expect(state.make()).rejects.toThrow('was not made');
  state.release();
  expect(existsSync(join(ledgerFolder(), `${process.pid}.txt`))).toBe(false);
  taken.close();
  taken.unlink();
});

describe('a payload in shared memory', () => {
  it('costs some bytes of pickle instead of all, and reaches the task whole', async () => {
    const bytes = 4_000_000;
    const file = join(folder, 'sum.mjs');
    writeFileSync(file, 'export default (item, data) => data.reduce((sum, byte) => sum + byte, item);');
    const run = new Run({
      scenario: scenario({
        pool: { processes: 2 },
        call: { chunksize: 1 },
        workload: { name: 'module', params: { file } },
        input: { items: [0, 1, 2] },
        payload: { kind: 'shared-memory', bytes },
      }),
      engine,
    });
    const summary = await run.go();
    expect(summary).toMatchObject({ ok: true, tasks: { completed: 3 } });
    expect(summary.pickling.argsBytes).toBeLessThan(3 * 200);
    const sum = new Uint8Array(bytes).map((_, index) => index).reduce((total, byte) => total + byte, 0);
    expect(run.summary(true).results).toEqual([sum, sum + 1, sum + 2]);
    expect(segments()).toEqual([]);
  });

  it('is refused for results', () => {
    const payload = { kind: 'shared-memory', bytes: 1, resultBytes: 1 } as const;
    expect(() => scenario({ workload: { name: 'sleep' }, payload })).toThrow(
      'payload.resultBytes: shared memory is only read by tasks; expected 0',
    );
  });
});

/** @returns a number that no process has */
async function goneProcess(): Promise<number> {
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  return gone.pid ?? 0;
}

describe('what a killed process has left behind', () => {
  it('is removed, and nothing else is', async () => {
    const system = await sharedSystem();
    const pid = await goneProcess();
    const left = SharedMemory.create(system, sharedName(pid), 8);
    const lock = Semaphore.create(system, sharedName(pid));
    const alive = SharedMemory.create(system, sharedName(process.ppid), 8);
    const place = join(folder, 'ledger');
    mkdirSync(place);
    // A damaged file may name anything: only what its own process has made counts.
    writeFileSync(join(place, `${pid}.txt`), [left.name, lock.name, alive.name, '/psm_python', ''].join('\n'));
    writeFileSync(join(place, `${process.ppid}.txt`), alive.name);
    writeFileSync(join(place, 'other.txt'), left.name);
    expect(await removeLeftBehind(place)).toEqual(process.platform === 'win32' ? [] : [left.name, lock.name]);
    expect(readdirSync(place).sort()).toEqual([`${process.ppid}.txt`, 'other.txt'].sort());
    SharedMemory.attach(system, alive.name, 8).close();
    for (const part of [left, lock, alive]) {
      part.close();
      part.unlink();
    }
    expect(await removeLeftBehind(join(folder, 'nowhere'))).toEqual([]);
  });

  it('is removed, too, where that process had the number of this one; what this one has made stays', async () => {
    const system = await sharedSystem();
    const [left, own] = [sharedName(), sharedName()].map((name) => SharedMemory.create(system, name, 8));
    const place = join(folder, 'same-number');
    remember([own?.name ?? ''], place);
    const file = join(place, `${process.pid}.txt`);
    writeFileSync(file, [left?.name, own?.name].join('\n'));
    expect(await removeLeftBehind(place)).toEqual(process.platform === 'win32' ? [] : [left?.name]);
    expect(readFileSync(file, 'utf8')).toBe(own?.name);
    left?.close();
    own?.close();
    own?.unlink();
    forget([own?.name ?? ''], place);
    expect(readdirSync(place)).toEqual([]);
  });

  it('is removed, whatever else lies there that cannot be read', async () => {
    const system = await sharedSystem();
    const pid = await goneProcess();
    const left = SharedMemory.create(system, sharedName(pid), 8);
    const place = join(folder, 'unreadable');
    // In the order of their names a folder comes before the file.
    mkdirSync(join(place, `${String(pid).slice(0, -1)}.txt`), { recursive: true });
    mkdirSync(join(place, `${pid + 2 ** 31}.txt`));
    writeFileSync(join(place, `${pid}.txt`), left.name);
    vi.spyOn(console, 'error').mockReturnValue();
    expect(await removeLeftBehind(place)).toEqual(process.platform === 'win32' ? [] : [left.name]);
    left.close();
  });
});

describe('the note of what is shared', () => {
  const name = sharedName();

  it('that cannot be made is told in a sentence, and what depends on it is not made', async () => {
    const place = join(folder, 'a-file');
    writeFileSync(place, '');
    expect(() => remember([name], place)).toThrow(
      `${place}: the names of shared memory could not be noted there (a file has its name), and it would stay if Poolscope were killed`,
    );
    // Nothing of it is left: the next one is noted alone.
    const other = join(folder, 'other');
    remember(['/poolscope-1-00000000'], other);
    expect(readFileSync(join(other, `${process.pid}.txt`), 'utf8')).toBe('/poolscope-1-00000000');
    forget(['/poolscope-1-00000000'], other);
  });

  it.skipIf(process.platform === 'win32')('is not made where another user could lead it elsewhere', async () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const place = join(folder, 'a-link');
    symlinkSync(elsewhere, place);
    expect(() => remember([name], place)).toThrow('it is not a folder of this user');
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(await removeLeftBehind(place)).toEqual([]);
  });

  it('is taken back quietly where its folder is none any more', () => {
    const place = join(folder, 'became-a-file');
    remember([name], place);
    rmSync(place, { recursive: true });
    writeFileSync(place, '');
    vi.spyOn(console, 'error').mockReturnValue();
    forget([name], place);
  });

  it('needs no name of the user: where numbers have none it is made all the same', () => {
    expect(ledgerFolder()).toBe(join(tmpdir(), `poolscope-shared-${process.getuid?.() ?? 'names'}`));
  });
});
