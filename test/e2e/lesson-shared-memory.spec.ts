import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { allGone, descendants } from './processes';
import { violations } from './violations';

/** The figure of the lesson's latest run; empty: it has none of this name. */
async function figure({ page }: PoolscopeApp, label: string): Promise<string> {
  const table = page.getByRole('table', { name: 'Runs of this lesson' });
  const headings = await table.getByRole('columnheader').allTextContents();
  return (
    (await table.locator('.lesson-run').first().locator('.lesson-figure').nth(headings.indexOf(label)).textContent()) ??
    ''
  );
}

async function run({ page }: PoolscopeApp, rows: number, choice: string): Promise<void> {
  await page.getByRole('radio', { name: choice, exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Run it Space' }).click();
  const table = page.getByRole('table', { name: 'Runs of this lesson' });
  await expect(table.getByRole('row')).toHaveCount(2 * rows + 1, { timeout: 60_000 });
}

/** What a process has in the file system of shared memory. */
const segments = (pid: number): string[] =>
  readdirSync('/dev/shm').filter((file) => file.includes(`-${pid.toString(36)}-`));

test('lesson 6: an array loses nothing in parts of its own, loses updates where they overlap, and nothing with the lock', async () => {
  const app = await PoolscopeApp.start({ args: ['--lesson', 'shared-memory'] });
  await run(app, 1, 'Array, own parts');
  expect(await figure(app, 'Updates lost')).toBe('0 of 1,200,000');
  expect(await figure(app, 'Numbers short')).toBe('0 of 32');
  let rows = 1;
  for (let lost = 0; lost === 0 && rows < 7; ) {
    await run(app, ++rows, 'Array, overlapping');
    lost = Number((await figure(app, 'Updates lost')).split(' of ')[0]?.replaceAll(',', ''));
  }
  expect(await figure(app, 'Updates lost')).not.toMatch(/^0 of/);
  expect(await figure(app, 'Numbers short')).toMatch(/^([1-9]|1[0-2]) of 20$/);
  await run(app, ++rows, 'Overlapping with the lock');
  expect(await figure(app, 'Updates lost')).toBe('0 of 1,200,000');
  expect(await figure(app, 'Numbers short')).toBe('0 of 20');
  if (process.platform === 'linux') expect(segments(app.mainPid)).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

test('lesson 6: of 64 MB in shared memory only the name is pickled', async () => {
  const app = await PoolscopeApp.start({ args: ['--lesson', 'shared-memory'] });
  await run(app, 1, 'Pickle 64 MB');
  expect(await figure(app, 'Bytes pickled')).toMatch(/^384.MB$/);
  expect(await figure(app, 'Argument and run')).toMatch(/s$/);
  expect(await figure(app, 'Over pickling')).toBe('1.0×');
  await run(app, 2, 'Read 64 MB shared');
  expect(await figure(app, 'Over pickling')).toMatch(/^[\d,.]+×$/);
  expect(await figure(app, 'Bytes pickled')).toMatch(/^\d+.B$/);
  expect(await figure(app, 'Argument and run')).toMatch(/s$/);
  if (process.platform === 'linux') expect(segments(app.mainPid)).toEqual([]);
  expect(await violations(app.page)).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

test.describe('after kill -9', () => {
  test.skip(process.platform !== 'linux', 'elsewhere nobody can list what is in shared memory');
  const { TMPDIR } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'poolscope-killed-'));
  const foreign = `/dev/shm/poolscope-${process.pid.toString(36)}-00000000`;
  // Other Poolscopes on this machine must not find what this one leaves.
  test.beforeAll(() => {
    process.env.TMPDIR = folder;
    writeFileSync(foreign, 'not yours');
  });
  test.afterAll(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(foreign, { force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  test('segments and semaphores stay until the next start, which removes them and nothing else', async () => {
    const killed = await PoolscopeApp.start({
      scenario: { workload: { name: 'shared-counter' }, input: { items: [1e9, 1e9] }, pool: { processes: 2 } },
    });
    await killed.press('Run');
    await killed.workersReady(2);
    await expect.poll(() => segments(killed.mainPid).length).toBe(2);
    const processes = [killed.mainPid, ...descendants(killed.mainPid)];
    const ended = new Promise<void>((resolve) => killed.electron.once('close', () => resolve()));
    process.kill(killed.mainPid, 'SIGKILL');
    await ended;
    await allGone(processes, 15_000);
    expect(segments(killed.mainPid)).toHaveLength(2);

    const next = await PoolscopeApp.startIn(killed.userData);
    await expect.poll(() => segments(killed.mainPid)).toEqual([]);
    expect(readdirSync('/dev/shm')).toContain(foreign.slice('/dev/shm/'.length));
    await next.close();
  });
});
