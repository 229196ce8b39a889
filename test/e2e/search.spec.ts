/** Searching a real run, and the table of tasks, by mouse and by keyboard alone. */
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

/** Of 60 tasks every seventh raises: 6, 13, 20, 27, 34, 41, 48, 55. */
const SOME_FAIL = {
  name: 'Some fail',
  pool: { processes: 2 },
  call: { method: 'imap-unordered' as const, chunksize: 1 },
  workload: { name: 'raise' as const, params: { every: 7, message: 'division by zero' } },
  input: { items: Array.from({ length: 60 }, (_, item) => item) },
};

let app: PoolscopeApp;
test.beforeEach(async () => {
  app = await PoolscopeApp.start({ scenario: SOME_FAIL });
  await app.page.keyboard.press('Space');
  await app.ended();
});
test.afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const field = () => app.page.getByRole('combobox', { name: 'Search tasks' });
const count = () => app.page.getByTestId('search-count');
const inspected = () => app.page.getByRole('region', { name: /^Task \d+/ });
const timeline = () => app.page.getByRole('application', { name: 'Timeline of tasks' });
const grid = () => app.page.getByRole('grid', { name: 'Tasks' });

test('a search counts what matches, and goes from match to match by keyboard alone', async () => {
  const { page } = app;
  await timeline().focus();
  await page.keyboard.press('/');
  await expect(field()).toBeFocused();
  await page.keyboard.type('failed');
  await expect(count()).toContainText('8 of 60 tasks');

  await page.keyboard.press('Enter');
  await expect(inspected()).toBeVisible();
  const first = await inspected().getAttribute('aria-label');
  await expect(count()).toContainText(/match 1/);
  await expect(inspected()).toContainText('failed');
  await page.keyboard.press('Enter');
  await expect(count()).toContainText(/match 2/);
  await expect(inspected()).not.toHaveAttribute('aria-label', first ?? '');
  await page.keyboard.press('Shift+Enter');
  await expect(inspected()).toHaveAttribute('aria-label', first ?? '');
  // Before the first comes the last.
  await page.keyboard.press('Shift+Enter');
  await expect(count()).toContainText(/match 8/);

  // The field lets go of its text, then of the focus; the keys of the search work anywhere.
  await page.keyboard.press('Escape');
  await expect(field()).toHaveValue('');
  await expect(count()).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(timeline()).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('"by zero"');
  await expect(count()).toContainText('8 of 60 tasks');
  await timeline().focus();
  await page.keyboard.press('.');
  await expect(count()).toContainText(/match 1/);
  await page.keyboard.press(',');
  await expect(count()).toContainText(/match 8/);
});

test('what is not understood is said with its place, and suggestions complete what is typed', async () => {
  const { page } = app;
  await field().fill('failed run>10');
  await expect(page.getByTestId('search-problem')).toHaveText(
    'At character 12, “10” is not understood: expected a time with ns, µs, ms or s, such as 10ms.',
  );
  await expect(field()).toHaveAttribute('aria-invalid', 'true');
  await field().fill('failed run>10ns');
  await expect(page.getByTestId('search-problem')).toBeEmpty();
  await expect(count()).toContainText('8 of 60');

  await field().fill('faild');
  await expect(page.getByTestId('search-problem')).toContainText('did you mean failed?');

  await field().fill('');
  await page.keyboard.type('att');
  await expect(page.getByRole('option', { name: /^attempt:/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field()).toHaveValue('attempt:');
  await page.keyboard.type('1');
  await expect(count()).toContainText('60 of 60');

  await page.getByRole('button', { name: 'How to search' }).click();
  await page.getByRole('button', { name: '10-20', exact: true }).click();
  await expect(field()).toHaveValue('10-20');
  await expect(field()).toBeFocused();
  await expect(count()).toContainText('11 of 60');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  // What was used before is offered again.
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toContainText('10-20');
});

test('the table lists what matches, sorts, and shares its selection with the timeline', async () => {
  const { page } = app;
  await page.getByRole('tab', { name: 'Tasks' }).click();
  await expect(grid()).toHaveAttribute('aria-rowcount', '61');
  await field().fill('failed');
  await expect(grid()).toHaveAttribute('aria-rowcount', '9');
  await expect(page.getByTestId('tasks-note')).toContainText('8 of 60');

  const cells = (column: number) => grid().locator(`tbody tr[aria-selected] td:nth-child(${column})`);
  const numbers = async (): Promise<number[]> => (await cells(1).allTextContents()).map(Number);
  await grid().getByRole('button', { name: 'Task', exact: true }).click();
  await expect(grid().getByRole('columnheader', { name: 'Task', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  expect(await numbers()).toEqual([6, 13, 20, 27, 34, 41, 48, 55]);

  // By keyboard: the head's arrow keys and Enter sort, the grid's keys select.
  await page.keyboard.press('Enter');
  await expect(grid().getByRole('columnheader', { name: 'Task', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  expect(await numbers()).toEqual([55, 48, 41, 34, 27, 20, 13, 6]);
  await grid().focus();
  await page.keyboard.press('Home');
  await expect(inspected()).toHaveAttribute('aria-label', 'Task 55');
  await page.keyboard.press('ArrowDown');
  await expect(inspected()).toHaveAttribute('aria-label', 'Task 48');

  // What is selected elsewhere is selected here.
  await page.keyboard.press('.');
  const task = (await inspected().getAttribute('aria-label'))?.replace('Task ', '');
  await expect(grid().locator('tr[aria-selected=true] td').first()).toHaveText(task ?? '');

  await field().fill('task:99');
  await expect(page.getByText('No task matches “task:99”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(grid()).toHaveAttribute('aria-rowcount', '61');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the search, its help and the table in ${colorScheme}`, async () => {
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await page.getByRole('tab', { name: 'Tasks' }).click();
    await field().fill('f');
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    await field().fill('failed or');
    expect(await violations(page)).toEqual([]);
    await field().fill('');
    await page.getByRole('button', { name: 'How to search' }).click();
    expect(await violations(page)).toEqual([]);
  });
}
