import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'lossless-json';
import { expect, test } from 'playwright/test';
import { parseTrace } from '../unit/main/export/parse-trace';
import { busyCores } from './busy-cores';
import { poolscope, scenarioFile, start } from './command-line';
import { allGone, descendants, isAlive, processorSeconds } from './processes';

const seedExample = {
  version: 1,
  name: 'Sum of squares',
  workload: { name: 'sum-of-squares' },
  input: { items: [1_000_000, 2_000_000, 3_000_000] },
};

const PHASES = 'queueWait dumpsArgs sendArgs loadsArgs run dumpsResult sendResult loadsResult orderWait'.split(' ');

test.describe('poolscope run --json', () => {
  test('prints one summary, exact results, and the PIDs of four processes that are gone afterwards', async () => {
    const { status, stdout } = await poolscope('run', scenarioFile(seedExample), '--json', '--results');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stdout).toContain('"results":[333332833333500000,2666664666667000000,8999995500000500000]');
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({
      scenario: 'Sum of squares',
      engine: 'utility-process',
      ok: true,
      chunksize: 1,
      tasks: { submitted: 3, completed: 3, failed: 0, lost: 0, retried: 0 },
      speedup: { kind: 'derived' },
      errors: [],
      telemetry: { records: 3, dropped: 0 },
    });
    expect(new Set([summary.mainPid, ...summary.pids]).size).toBe(5);
    expect(Object.keys(summary.phasesMs)).toEqual(PHASES);
    for (const phase of PHASES) expect(Object.keys(summary.phasesMs[phase])).toEqual(['mean', 'p50', 'p95', 'max']);
    expect(summary.pickling.argsBytes).toBeGreaterThan(0);
    await allGone([summary.mainPid, ...summary.pids]);
  });

  test('tells that two processes kept more than one and a half cores busy', async () => {
    test.skip(cpus().length < 2, 'this machine has one core');
    // As the lesson on processes and threads runs it. Without a window: drawing takes much of two cores.
    const input = { generate: { count: 8, distribution: 'constant', mean: 40_000_000 } };
    const file = scenarioFile({ ...seedExample, pool: { processes: 2 }, call: { chunksize: 1 }, input });
    let most = 0;
    let quiet = false;
    for (let tries = 1; tries <= 8 && most <= 1.5; tries++) {
      const busy = busyCores();
      const { usage, wallMs } = JSON.parse((await poolscope('run', file, '--json')).stdout);
      const used = usage.cpuMs / wallMs;
      most = Math.max(most, used);
      quiet ||= busy() - used < 0.4;
    }
    test.skip(most <= 1.5 && !quiet, 'other programs keep this machine busy');
    expect(most).toBeGreaterThan(1.5);
  });

  test('leaves results out unless asked, and records nothing without telemetry', async () => {
    const { status, stdout } = await poolscope('run', scenarioFile(seedExample), '--json', '--no-telemetry');
    expect(status).toBe(0);
    const summary = JSON.parse(stdout);
    expect(summary).not.toHaveProperty('results');
    expect(summary.telemetry).toEqual({ records: 0, dropped: 0 });
  });

  for (const engine of ['thread', 'serial', 'child-process'] as const) {
    test(`gives the same results with the engine ${engine}`, async () => {
      const file = scenarioFile({ ...seedExample, engine });
      const { status, stdout } = await poolscope('run', file, '--json', '--results');
      expect(status).toBe(0);
      const { results } = parse(stdout) as { results: unknown[] };
      expect(results.map(String)).toEqual(['333332833333500000', '2666664666667000000', '8999995500000500000']);
    });
  }

  test('loses nothing when every chunk has a process of its own', async () => {
    const file = scenarioFile({
      version: 1,
      pool: { processes: 8, maxTasksPerChild: 1 },
      call: { chunksize: 1 },
      workload: { name: 'sum-of-squares' },
      input: { generate: { count: 60, mean: 1000 } },
    });
    const { status, stdout } = await poolscope('run', file, '--json');
    const summary = JSON.parse(stdout);
    expect(summary.tasks).toEqual({ submitted: 60, completed: 60, failed: 0, lost: 0, retried: 0 });
    expect(summary.pids.length).toBeGreaterThanOrEqual(60);
    expect(status).toBe(0);
  });

  test('goes on after tasks have failed, brings their stacks, and exits with 1', async () => {
    const file = scenarioFile({
      version: 1,
      workload: { name: 'raise', params: { every: 4, message: 'on purpose' } },
      input: { generate: { count: 12 } },
      call: { method: 'imap-unordered' },
    });
    const { status, stdout } = await poolscope('run', file, '--json');
    expect(status).toBe(1);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({ ok: false, tasks: { submitted: 12, completed: 9, failed: 3 } });
    expect(summary.errors).toHaveLength(3);
    expect(summary.errors[0]).toMatchObject({ name: 'Error', message: 'on purpose' });
    expect(summary.errors[0].stack).toContain('worker.js');
  });

  test('says which result could not be pickled', async () => {
    const file = scenarioFile({
      version: 1,
      workload: { name: 'unpicklable-result', params: { every: 3 } },
      input: { generate: { count: 3 } },
      call: { chunksize: 1 },
    });
    const { status, stdout } = await poolscope('run', file, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).errors).toEqual([
      expect.objectContaining({ task: 2, name: 'MaybeEncodingError', message: expect.stringContaining('pickled') }),
    ]);
  });
});

test.describe('poolscope run --trace', () => {
  test('writes a trace of the run, with the PIDs of its workers', async () => {
    const file = scenarioFile(seedExample);
    const trace = join(dirname(file), 'trace.json');
    const { status, stdout } = await poolscope('run', file, '--json', '--trace', trace);
    expect(status).toBe(0);
    const { pids, mainPid } = JSON.parse(stdout);
    const { traceEvents } = parseTrace(readFileSync(trace, 'utf8'));
    const tasks = traceEvents.filter(({ ph, name }) => ph === 'X' && /^task \d+$/.test(name));
    expect(tasks).toHaveLength(3);
    for (const { pid } of tasks) expect(pids).toContain(pid);
    const callers = traceEvents.filter(({ ph, name, pid }) => ph === 'X' && name === 'dumps' && pid === mainPid);
    expect(callers).toHaveLength(3);
    expect(traceEvents.filter(({ ph }) => ph === 's')).toHaveLength(6);
    expect(readdirSync(dirname(file)).sort()).toEqual(['scenario.json', 'trace.json']);
  });

  test('refuses a place where nothing can be written, before anything runs', async () => {
    const file = scenarioFile(seedExample);
    const missing = join(dirname(file), 'none', 'trace.json');
    const { status, stdout, stderr } = await poolscope('run', file, '--json', '--trace', missing);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`poolscope: ${missing}: cannot be written (its folder does not exist)\n`);
    const folder = await poolscope('run', file, '--trace', dirname(file));
    expect([folder.status, folder.stderr]).toEqual([
      2,
      `poolscope: ${dirname(file)}: cannot be written (it is a folder)\n`,
    ]);
    const without = await poolscope('run', file, '--no-telemetry', '--trace', join(dirname(file), 'trace.json'));
    expect(without.status).toBe(2);
    expect(without.stderr).toContain('--no-telemetry');
  });
});

test.describe('a session', () => {
  test('is saved, and exported as the trace and the table that the run itself gives', async () => {
    const file = scenarioFile(seedExample);
    const at = (name: string) => join(dirname(file), name);
    const run = await poolscope('run', file, '--json', '--out', at('a.poolscope'), '--trace', at('live.json'));
    expect(run.status).toBe(0);
    expect(readdirSync(dirname(file)).sort()).toEqual(['a.poolscope', 'live.json', 'scenario.json']);
    const trace = await poolscope('export', at('a.poolscope'), '--format', 'trace', '--out', at('b.json'));
    expect([trace.status, trace.stdout, trace.stderr]).toEqual([0, '', '']);
    expect(readFileSync(at('b.json'), 'utf8')).toBe(readFileSync(at('live.json'), 'utf8'));
    const table = await poolscope('export', at('a.poolscope'), '--format', 'csv', '--out', at('b.csv'));
    expect(table.status).toBe(0);
    const [head = '', ...lines] = readFileSync(at('b.csv'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    const pid = head.split(',').indexOf('pid');
    for (const line of lines) expect(JSON.parse(run.stdout).pids).toContain(Number(line.split(',')[pid]));
  });

  test('that is cut off by kill -9 can be read up to its last second', async () => {
    const file = scenarioFile({
      version: 1,
      pool: { processes: 2 },
      call: { method: 'imap' },
      workload: { name: 'sleep' },
      input: { generate: { count: 5000, mean: 20 } },
    });
    const path = join(dirname(file), 'a.poolscope');
    const { child, finished } = start(['run', file, '--out', path]);
    // Several flushes: there is something to read.
    await expect.poll(() => (existsSync(`${path}.part`) ? statSync(`${path}.part`).size : 0)).toBeGreaterThan(60_000);
    // The launcher's only child is main.
    const processes = descendants(child.pid ?? 0);
    process.kill(processes[0] ?? 0, 'SIGKILL');
    await finished;
    await allGone(processes);
    expect(readdirSync(dirname(file)).sort()).toEqual(['a.poolscope.part', 'scenario.json']);
    const out = join(dirname(file), 'a.csv');
    const { status, stderr } = await poolscope('export', `${path}.part`, '--format', 'csv', '--out', out);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^poolscope: \S+\.part: (the recording ends before its run does|damaged or cut off after)/);
    expect(readFileSync(out, 'utf8').split('\n').length).toBeGreaterThan(50);
  });

  test('is refused with exit status 2 when it is none, or of a format that nobody knows', async () => {
    const file = scenarioFile(seedExample);
    const out = join(dirname(file), 'out.csv');
    const foreign = await poolscope('export', file, '--format', 'csv', '--out', out);
    expect(foreign.status).toBe(2);
    expect(foreign.stderr).toMatch(
      /^poolscope: \S+scenario\.json: expected a session or a trace, this is a scenario\n$/,
    );
    const format = await poolscope('export', file, '--format', 'gif3d', '--out', out);
    const formats = 'trace, csv, html, png, svg, webm, mp4, gif';
    expect([format.status, format.stderr]).toEqual([2, `poolscope: --format: expected one of ${formats}\n`]);
    expect(existsSync(out)).toBe(false);
  });
});

test.describe('poolscope run', () => {
  test('draws a lane for each process', async () => {
    const { status, stdout } = await poolscope('run', scenarioFile(seedExample));
    expect(status).toBe(0);
    expect(stdout.match(/^pid \d+/gm)).toHaveLength(4);
    expect(stdout).toContain('█');
    expect(stdout).toContain('3 of 3 tasks completed');
  });

  for (const [what, content, sentence] of [
    ['not JSON', '{ nope', /scenario\.json: expected JSON/],
    ['of a future version', { ...seedExample, version: 2 }, /: version: expected 1, got 2/],
    [
      'with an unknown workload',
      { version: 1, workload: { name: 'nope' } },
      /: workload\.name: expected one of .*"nope"/,
    ],
    ['with an unknown parameter', { version: 1, workload: { name: 'sleep', params: { n: 1 } } }, /workload\.params\.n/],
    ['with no processes', { ...seedExample, pool: { processes: 0 } }, /pool\.processes: expected .* got 0/],
    [
      'with 10,000 processes',
      { ...seedExample, pool: { processes: 10_000 } },
      /pool\.processes: expected .* got 10000/,
    ],
    [
      'with a negative count',
      { ...seedExample, input: { generate: { count: -1 } } },
      /input\.generate\.count: .* got -1/,
    ],
    ['with a NaN', '{"version":1,"workload":{"name":"sleep"},"input":{"items":[NaN]}}', /NaN/],
    ['with a wrong type', { ...seedExample, seed: 'x' }, /: seed: expected .* got "x"/],
  ] as const) {
    test(`refuses a file that is ${what} with one line and exit status 2`, async () => {
      const { status, stdout, stderr } = await poolscope('run', scenarioFile(content), '--json');
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(sentence);
    });
  }

  test('refuses a file that is not there, a folder, and an unknown option', async () => {
    for (const [args, sentence] of [
      [['run', 'no-such-file.json'], /no-such-file\.json: there is no such file/],
      [['run', '.'], /expected a file, this is a folder/],
      [['run', scenarioFile(seedExample), '--nope'], /unknown option '--nope'/],
      [['run'], /missing required argument/],
    ] as const) {
      const { status, stdout, stderr } = await poolscope(...args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(sentence);
    }
  });

  test('prints its version and its help', async () => {
    expect((await poolscope('--version')).stdout.trim()).toBe('0.1.0');
    expect((await poolscope('--help')).stdout).toContain('run [options] <scenario>');
  });
});

test.describe('ending a run from outside', () => {
  test.skip(process.platform === 'win32', 'Windows has no such signals');

  /** Four workers that would compute for minutes. */
  const long = { version: 1, workload: { name: 'sum-of-squares' }, input: { items: [9e10, 9e10, 9e10, 9e10] } };

  /** All processes below the launcher, main first, once four of them have computed for a while. */
  async function busyProcesses(launcher: number): Promise<number[]> {
    for (;;) {
      const found = descendants(launcher);
      if (found.filter((pid) => processorSeconds(pid) >= 1).length >= 4) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  test('Ctrl-C ends it cleanly with 130 and leaves no process', async () => {
    const { child, finished } = start(['run', scenarioFile(long), '--json']);
    const processes = await busyProcesses(child.pid ?? 0);
    child.kill('SIGINT');
    const { status, stdout } = await finished;
    expect(status).toBe(130);
    expect(stdout).toBe('');
    await allGone(processes);
  });

  for (const engine of ['utility-process', 'child-process'] as const) {
    test(`killing main leaves no ${engine} worker, although all of them compute`, async () => {
      const { child, finished } = start(['run', scenarioFile({ ...long, engine })]);
      const processes = await busyProcesses(child.pid ?? 0);
      process.kill(processes[0] ?? 0, 'SIGKILL');
      await finished;
      await allGone(processes, 3000);
      expect(processes.some(isAlive)).toBe(false);
    });
  }
});
