import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { allGone, descendants } from './processes';

const filesOf = (userData: string): string[] => {
  const folder = join(userData, 'recordings');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
const sessions = (userData: string): string[] => filesOf(userData).filter((name) => name.endsWith('.poolscope'));
const part = (userData: string): string => filesOf(userData).find((name) => name.endsWith('.part')) ?? '';

const long = {
  name: 'Cut off',
  pool: { processes: 2 },
  call: { method: 'imap' },
  workload: { name: 'sleep' },
  input: { generate: { count: 5000, mean: 20 } },
} as const;

test('every run is recorded, and kill -9 in the middle of one costs no more than its last second', async () => {
  const app = await PoolscopeApp.start({ scenario: long });
  const { userData } = app;
  await app.press('Run');
  // Several flushes: there is something to read.
  await expect
    .poll(() => (part(userData) === '' ? 0 : statSync(join(userData, 'recordings', part(userData))).size))
    .toBeGreaterThan(60_000);
  const processes = [app.mainPid, ...descendants(app.mainPid)];
  process.kill(app.mainPid, 'SIGKILL');
  await allGone(processes);
  expect(sessions(userData)).toEqual([]);

  const again = await PoolscopeApp.startIn(userData);
  await expect(again.page.getByText(/The recording of “Cut off” was cut off/)).toBeVisible();
  expect(sessions(userData)).toHaveLength(1);
  expect(part(userData)).toBe('');
  expect(again.pageErrors).toEqual([]);
  await again.close();
});
