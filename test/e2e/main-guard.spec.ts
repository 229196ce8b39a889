import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { allGone, descendants } from './processes';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const start = async (): Promise<void> => {
  app = await PoolscopeApp.start({ args: ['--lesson', 'main-guard'] });
};

const table = () => app.page.getByRole('table', { name: 'Runs of this lesson' });

async function figures(): Promise<Record<string, string>> {
  const headings = await table().getByRole('columnheader').allTextContents();
  const cells = await table().locator('.lesson-run').first().locator('.lesson-figure').allTextContents();
  return Object.fromEntries(headings.map((label, index) => [label, cells[index] ?? '']));
}

async function choose(...choices: string[]): Promise<void> {
  for (const name of choices) await app.page.getByRole('radio', { name, exact: true }).check({ force: true });
}

/** PIDs below main whose command line says that they are of the tree: what the operating system has, not what we say. */
function treePids(): number[] {
  return descendants(app.mainPid).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node.mojom.NodeService');
    } catch {
      return false;
    }
  });
}

/** Runs the lesson as it is set. @returns the PIDs that were seen in the operating system, and the most at once */
async function run(rows: number): Promise<{ seen: ReadonlySet<number>; most: number }> {
  const seen = new Set<number>();
  let most = 0;
  let over = false;
  await app.page.getByRole('button', { name: 'Run it Space' }).click();
  const ended = expect(table().getByRole('row'))
    .toHaveCount(2 * rows + 1, { timeout: 60_000 })
    .finally(() => {
      over = true;
    });
  while (!over) {
    const pids = process.platform === 'linux' && readdirSync('/proc').length > 0 ? treePids() : [];
    for (const pid of pids) seen.add(pid);
    most = Math.max(most, pids.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await ended;
  return { seen, most };
}

test('lesson 2: the guard lets a pool of two have two workers; without it the cap ends what goes on and on', async () => {
  await start();
  const { page } = app;
  await expect(page.getByRole('region', { name: 'Lesson 2: The main guard' })).toBeVisible();
  await page.getByRole('radio', { name: 'More and more, until the cap' }).check();
  const code = page.getByRole('region', { name: 'Python code' });
  await expect(code).toContainText('if __name__ == "__main__":');

  const guarded = await run(1);
  expect(await figures()).toMatchObject({
    Started: '3',
    'Alive at most': '3 of 16',
    Depth: '1',
    Errors: '0',
    Refused: '0',
  });
  expect(guarded.most).toBeLessThanOrEqual(3);
  await allGone([...guarded.seen]);

  await page.getByRole('button', { name: 'Choose Missing' }).click();
  await choose('8');
  await expect(code).not.toContainText('__main__');
  const missing = await run(2);
  await expect(page.getByText(/^As you said\. \d+ workers died of the RuntimeError/)).toBeVisible();
  expect(await figures()).toMatchObject({ Started: '8', Depth: '1', Errors: '7' });
  expect(missing.most).toBeLessThanOrEqual(8);
  await allGone([...missing.seen]);

  // By keyboard.
  await page.getByRole('radio', { name: 'Missing', exact: true }).press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Missing, unchecked' })).toBeChecked();
  const unchecked = await run(3);
  const { Started, Depth, Refused } = await figures();
  expect({ Started, Depth: Number(Depth) > 1, Refused: Number(Refused) > 0 }).toEqual({
    Started: '8',
    Depth: true,
    Refused: true,
  });
  expect(unchecked.most).toBeLessThanOrEqual(8);
  // The lanes' PIDs are those of the operating system: the program, which lives until all end, was seen there.
  const [, program] = /PID (\d+)/.exec((await app.lanes.textContent()) ?? '') ?? [];
  if (process.platform === 'linux') expect(unchecked.seen).toContain(Number(program));
  await allGone([...unchecked.seen]);
  expect(treePids()).toEqual([]);
  expect(await violations(page)).toEqual([]);
});

test('a tree that grows is ended by Stop and by Kill half-way, and nothing of it is left', async () => {
  await start();
  await choose('Missing', '32');
  for (const [button, words] of [
    ['Stop', /^Stopped/],
    ['Kill', /^Killed/],
  ] as const) {
    await app.page.getByRole('button', { name: 'Run it Space' }).click();
    await expect.poll(() => treePids().length).toBeGreaterThan(1);
    await app.press(button);
    await expect(app.page.getByRole('status').first()).toHaveText(words, { timeout: 60_000 });
    await expect.poll(() => treePids()).toEqual([]);
  }
});

test('Poolscope killed with SIGKILL while the tree grows leaves no process of it', async () => {
  test.skip(process.platform === 'win32', 'Windows has no SIGKILL');
  await start();
  await choose('Missing, unchecked', '32');
  await app.page.getByRole('button', { name: 'Run it Space' }).click();
  await expect.poll(() => treePids().length, { timeout: 30_000 }).toBeGreaterThan(3);
  const pids = descendants(app.mainPid);
  process.kill(app.mainPid, 'SIGKILL');
  await allGone(pids, 30_000);
});
