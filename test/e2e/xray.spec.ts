/** The boundary X-ray on the real app: journey, standing in the run, price of the pickles, arrows, comparison. */
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

const objects = {
  name: 'Objects',
  pool: { processes: 2 },
  call: { method: 'map', chunksize: 2 },
  workload: { name: 'sum-of-squares' },
  input: { generate: { count: 20, distribution: 'exponential', mean: 300_000 } },
  payload: { kind: 'objects', bytes: 64_000, resultBytes: 6400 },
} as const;

/** Selects the first task of the first worker by keyboard. */
async function selectFirst({ page }: PoolscopeApp): Promise<void> {
  await page.locator('.timeline-scroller').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Task \d+$/ })).toBeVisible();
}

test('a task is taken apart: its journey, where it stands, and what its argument costs, by mouse and by keyboard', async () => {
  const app = await PoolscopeApp.start({ scenario: objects });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  await selectFirst(app);
  const task = page.getByRole('region', { name: /^Task \d+$/ });

  // Each phase with its time, and where the task stands among all.
  const rows = task.locator('tr[data-phase]');
  await expect(rows).toHaveCount(9);
  await expect(task.getByRole('row', { name: /^run / })).toHaveText(/(longer|shorter) than|median|of all/);
  await expect(task.getByRole('img', { name: /^p5 .* median .* p95 .* of 20$/ })).toHaveCount(9);

  // Pointing at a row lights up its pieces; a piece that is reached by key lights up its row.
  const pieces = task.getByRole('option');
  await rows.filter({ hasText: 'run' }).first().hover();
  await expect(task.getByRole('option', { name: /^run / })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('heading', { name: 'Task', exact: true }).hover();
  await pieces.first().focus();
  await page.keyboard.press('End');
  await expect(pieces.last()).toBeFocused();
  await expect(task.locator('tr[data-active]')).toHaveAttribute('data-phase', 'orderWait');
  await page.keyboard.press('Home');
  await expect(task.locator('tr[data-active]')).toHaveAttribute('data-phase', 'queueWait');

  // Widths may be time itself.
  const run = task.getByRole('option', { name: /^run / }).locator('rect').first();
  const before = await run.getAttribute('width');
  await task.getByRole('radio', { name: 'time', exact: true }).click();
  await expect(run).not.toHaveAttribute('width', before ?? '');

  // The tree of the argument: a thousand records, property by property.
  const tree = task.getByRole('tree', { name: 'What the argument is made of' });
  await expect(tree.getByRole('treeitem', { name: /^1,000 items object \d/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /^name string × 1,000 .* KB .* \d+ %/ })).toBeVisible();
  await expect(task.getByText('measured again now')).toBeVisible();
  const whole = tree.getByRole('treeitem').first();
  await whole.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(tree.getByRole('treeitem', { name: /^\[1\] array of 1,000/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem', { name: /^1,000 items/ })).toHaveCount(0);
  await tree.getByRole('treeitem', { name: /^\[1\]/ }).click();
  await expect(tree.getByRole('treeitem', { name: /^1,000 items/ })).toBeVisible();

  // And of the result.
  await task.getByRole('radio', { name: 'result' }).click();
  await expect(task.getByRole('tree', { name: 'What the result is made of' })).toContainText('100 items');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }

  // Arrow keys moved the focus in the inspector, not on the timeline: the same task is still selected.
  await expect(task).toHaveCount(1);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

test('several tasks are compared, and one of them is chosen from the comparison', async () => {
  const app = await PoolscopeApp.start({ scenario: objects });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  await selectFirst(app);
  const scroller = page.locator('.timeline-scroller');
  const box = await scroller.boundingBox();
  if (box === null) throw new Error('the timeline has no place');
  const several = page.getByRole('region', { name: /^\d+ selected tasks$/ });
  // Along one line after the other, until it is that of a lane and two tasks have been hit.
  for (let y = 120; y < box.height && (await several.count()) === 0; y += 12) {
    for (let x = 0.92; x > 0.7 && (await several.count()) === 0; x -= 0.03) {
      await scroller.click({ position: { x: box.width * x, y }, modifiers: ['Control'] });
    }
  }
  await expect(several).toContainText('They differ most in');
  await expect(several.getByRole('table')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await several
    .getByRole('button', { name: /^#\d+$/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: /^Task \d+$/ })).toBeVisible();
  await app.close();
});

test("a result that cannot be pickled is marked with the worker's words, and bad questions are refused", async () => {
  const app = await PoolscopeApp.start({
    scenario: {
      name: 'Unpicklable',
      pool: { processes: 1 },
      workload: { name: 'unpicklable-result', params: { every: 1 } },
      input: { generate: { count: 2 } },
    },
  });
  const { page } = app;
  await app.press('Run');
  await app.ended();
  await selectFirst(app);
  const task = page.getByRole('region', { name: /^Task \d+$/ });
  await task.getByRole('radio', { name: 'result' }).click();
  await expect(task.getByRole('treeitem')).toContainText(/Cannot be pickled: .*could not be cloned/);

  const ask = (request: unknown) =>
    page.evaluate((asked) => window.poolscope.call('task:price', asked as never), request);
  expect(await ask({ runId: 1, task: 0, side: 'both' })).toMatchObject({ ok: false });
  expect(await ask({ runId: 1, task: 99, side: 'argument' })).toEqual({
    ok: false,
    message: 'There is no task 99; the run has 2.',
  });
  expect(await ask({ runId: 9, task: 0, side: 'argument' })).toMatchObject({ ok: false });
  await app.close();
});
