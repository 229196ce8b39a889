import { readdirSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import type { RunEnded, RunEvent } from '../../src/shared/run-events';
import type { RunSlices } from '../../src/shared/slices';
import { PoolscopeApp } from './poolscope-app';
import { allGone, descendants, isAlive } from './processes';
import { violations } from './violations';

let app: PoolscopeApp;
test.beforeEach(async () => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'queues'] });
  await app.page.evaluate(() => {
    const told: RunEvent[] = [];
    Object.assign(globalThis, { told });
    window.poolscope.onEvent((events) => {
      for (const event of events) if (event.type === 'slices' || event.type === 'ended') told.push(event);
    });
  });
});
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

/** The last picture of the experiment, and its end, as the window was told. */
async function told(): Promise<{ picture: RunSlices; ended: RunEnded }> {
  const [picture, ended] = (await app.page.evaluate(() => {
    const { told } = globalThis as unknown as { told: RunEvent[] };
    const plain = JSON.stringify(
      [told.findLast(({ type }) => type === 'slices'), told.findLast(({ type }) => type === 'ended')],
      (_, value) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value),
    );
    return JSON.parse(plain) as unknown;
  })) as [RunSlices, RunEnded];
  return { picture, ended };
}

async function choose(...choices: string[]): Promise<void> {
  for (const name of choices) await app.page.getByRole('radio', { name, exact: true }).check({ force: true });
}

/** A radio that was just chosen would take the key for itself. */
const run = (): Promise<void> => app.page.getByRole('button', { name: 'Run it Space' }).click();

/** What the app has in the file system of shared memory, where there is one. */
function segments(mainPid = app.mainPid): string[] {
  if (process.platform !== 'linux') return [];
  const mine = `poolscope-${mainPid.toString(36)}-`;
  return readdirSync('/dev/shm').filter((file) => file.startsWith(mine) || file.startsWith(`sem.${mine}`));
}

/** PIDs of the lanes, as they are read out. */
async function lanePids(): Promise<number[]> {
  const texts = await app.lanes.getByRole('listitem').allTextContents();
  return texts.flatMap((text) => /^(?:producer|consumer) \d+ of PID (\d+)/.exec(text)?.[1] ?? []).map(Number);
}

test('lesson 5: a bounded queue holds producers back, and hands every item over once and in order', async () => {
  const { page } = app;
  await page.getByRole('radio', { name: 'They wait in put for a free place' }).check();
  await expect(page.getByText('Now run it.')).toBeVisible();
  await run();
  await expect(async () => expect(await lanePids()).toHaveLength(3)).toPass();
  const pids = await lanePids();
  // They are processes of the operating system, below the app's.
  expect(descendants(app.mainPid)).toEqual(expect.arrayContaining(pids));
  expect(await app.ended()).toMatch(/^Finished: 3 processes in /);
  await expect(page.getByText(/^As you said\. A producer was blocked in put \d+ times/)).toBeVisible();
  const { picture, ended } = await told();
  expect(ended.summary.pids).toEqual(pids);
  const { experiment } = ended.summary;
  expect(experiment).toMatchObject({ itemsPut: 60, itemsGot: 60, gotTwice: 0, outOfOrder: 0, stillWaiting: 0 });
  const depths = [...(picture.counters[0]?.series[0]?.value ?? [])];
  expect(Math.max(...depths)).toBe(experiment?.greatestDepth);
  expect(experiment?.greatestDepth).toBeLessThanOrEqual(4);
  // An arrow for each item, and one for the None.
  expect(picture.flows?.fromAt).toHaveLength(61);
  for (const [flow, at] of (picture.flows?.fromAt ?? []).entries())
    expect(at).toBeLessThan(picture.flows?.toAt[flow] ?? 0);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(segments()).toEqual([]);
  const lines = page.getByRole('region', { name: 'Python code' }).locator('[aria-current=step]');
  await expect(lines).toContainText('print');
  // Replayed event by event, the code shows what the processes were at then: several lines at once.
  await page.getByTestId('bottom-panels').getByRole('tab', { name: 'Code' }).focus();
  for (const line of ['results.put(item)', 'queue.put(None)', 'queue.put(item)']) {
    await expect(async () => {
      await page.keyboard.press('[');
      expect(await lines.filter({ hasText: line }).count()).toBe(1);
    }).toPass({ intervals: [10] });
  }
  expect(await lines.count()).toBeGreaterThan(1);
  expect(await violations(page)).toEqual([]);
});

test('with one place every item waits for the last one to be taken', async () => {
  await choose('1 place');
  await run();
  await app.ended();
  const { experiment } = (await told()).ended.summary;
  expect(experiment).toMatchObject({ itemsGot: 60, greatestDepth: 1 });
  expect(experiment?.blockedPuts).toBeGreaterThan(0);
  expect(experiment?.blockedInPutMs).toBeGreaterThan(0);
});

test('consumers whom nobody tells wait until they are ended, and the status says so', async () => {
  const { page } = app;
  await choose('2 consumers', 'Nobody says so');
  await run();
  expect(await app.ended()).toContain('2 consumers still waited in get() after 3 s in which nothing moved');
  const { ended } = await told();
  expect(ended.summary.experiment).toMatchObject({ itemsGot: 60, stillWaiting: 2 });
  expect(ended.summary.pids.filter(isAlive)).toEqual([]);
  await choose('task_done and join');
  await run();
  await expect(page.getByRole('table', { name: 'Runs of this lesson' }).getByRole('row')).toHaveCount(5, {
    timeout: 60_000,
  });
  expect((await told()).ended.summary.experiment).toMatchObject({ itemsGot: 60, stillWaiting: 0 });
  expect(segments()).toEqual([]);
});

test('it is stopped and killed as a run is, also by closing the window', async () => {
  await choose('1 place', 'Nobody says so');
  await run();
  await expect(async () => expect(await lanePids()).toHaveLength(3)).toPass();
  await app.press('Stop');
  expect(await app.ended()).toContain('Stopped');
  await run();
  await expect(app.status).toHaveText('Running');
  await app.press('Kill');
  expect(await app.ended()).toContain('Killed');
  expect((await told()).ended.summary.pids.filter(isAlive)).toEqual([]);
  await run();
  await expect(app.status).toHaveText('Running');
  const before = segments();
  if (process.platform === 'linux') expect(before.length).toBeGreaterThan(0);
  // afterEach closes the window and looks for processes that are left.
});

test('of a killed app no process goes on, and what it has left in the system is removed at the next start', async () => {
  test.skip(process.platform !== 'linux', 'only Linux shows shared memory as files');
  const { mainPid, userData } = app;
  await choose('1 place', 'Nobody says so');
  await run();
  await expect(async () => expect(await lanePids()).toHaveLength(3)).toPass();
  const processes = [mainPid, ...descendants(mainPid)];
  process.kill(mainPid, 'SIGKILL');
  await allGone(processes, 15_000);
  expect(segments(mainPid).length).toBeGreaterThan(0);
  app = await PoolscopeApp.startIn(userData);
  await expect.poll(() => segments(mainPid)).toEqual([]);
});
