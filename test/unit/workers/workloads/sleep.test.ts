import { expect, test } from 'vitest';
import { sleep } from '../../../../src/workers/workloads/sleep';

const context = { index: 0, seed: 1, shared: null };

test('sleeps at least as long as asked, and returns how long', () => {
  const begin = process.hrtime.bigint();
  expect(sleep(30, {}, context)).toBe(30);
  expect(Number(process.hrtime.bigint() - begin) / 1e6).toBeGreaterThanOrEqual(30);
});

test('uses no processor while it sleeps', () => {
  const begin = process.cpuUsage();
  sleep(200, {}, context);
  const { user, system } = process.cpuUsage(begin);
  expect((user + system) / 1000).toBeLessThan(100);
});

test('does not sleep for 0', () => {
  expect(sleep(0, {}, context)).toBe(0);
});
