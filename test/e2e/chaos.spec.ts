import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';

let app: PoolscopeApp;
test.afterEach(async () => app.close());

const waiting = {
  name: 'Waiting',
  pool: { processes: 3, retries: 9 },
  call: { method: 'imap' as const },
  workload: { name: 'sleep' as const },
  // Far longer than it takes to hit a worker: a fault finds its task unfinished.
  input: { generate: { count: 40, mean: 80 } },
};

async function openBench(scenario: typeof waiting): Promise<void> {
  app = await PoolscopeApp.start({ scenario });
  await app.page.getByRole('button', { name: 'Labs' }).click();
  await app.page.getByRole('menuitem', { name: /^Chaos bench/ }).click();
}

const cells = (policy: string) => app.page.locator(`[data-testid=chaos-table] tr[data-policy="${policy}"] td`);

test('the chaos bench runs a scenario under the same faults, once for each policy', async () => {
  await openBench(waiting);
  await expect(app.page.getByText('Runs the scenario without faults')).toBeVisible();
  await app.page.getByLabel('Faults', { exact: true }).last().fill('4');
  await app.page.getByRole('button', { name: 'Run under faults' }).click();
  await expect(app.page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect(app.page.locator('[data-testid=chaos-table] tr[data-state=ended]')).toHaveCount(5, { timeout: 60_000 });

  const row = async (policy: string) => (await cells(policy).allTextContents()).map((text) => text.trim());
  const [deliveredWithout] = await row('none');
  expect(deliveredWithout).toBe('40 / 40');
  const [delivered, failed, lost, repeated] = await row('retry');
  expect([delivered, failed, lost]).toEqual(['40 / 40', '0', '0']);
  expect(Number(repeated)).toBeGreaterThan(0);
  await expect(app.page.locator('tr[data-policy=retry]')).toHaveAttribute('data-faults', '4');
  const fail = await row('fail');
  expect(Number(fail[0]?.split(' / ')[0]) + Number(fail[1])).toBe(40);
  const lose = await row('lose');
  expect(Number(lose[0]?.split(' / ')[0]) + Number(lose[2])).toBe(40);
  expect(Number(lose[2])).toBeGreaterThan(0);
  const broken = await row('break');
  expect(Number(broken[1])).toBeGreaterThan(Number(fail[1]));
  // The pool breaks when it hears of the first death; another worker may be hit until then, not all four.
  expect(Number(await app.page.locator('tr[data-policy=break]').getAttribute('data-faults'))).toBeLessThan(4);
  await expect(app.page.getByRole('button', { name: 'Run under faults' })).toBeVisible();
});

test('it can be cancelled, and says why it cannot run a plain loop', async () => {
  await openBench({ ...waiting, input: { generate: { count: 40, mean: 200 } } });
  await app.page.getByRole('button', { name: 'Run under faults' }).click();
  await app.page.keyboard.press('Shift+L');
  await app.workersReady(3);
  await app.page.keyboard.press('Shift+L');
  await app.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.page.getByRole('button', { name: 'Run under faults' })).toBeVisible();
  await expect(app.page.locator('[data-testid=chaos-table] tr[data-state="left out"]')).toHaveCount(5);
  await app.page.getByLabel('Seed').last().fill('many');
  await app.page.getByRole('button', { name: 'Run under faults' }).click();
  await expect(app.page.getByRole('dialog')).toContainText('seed: expected a whole number');
});
