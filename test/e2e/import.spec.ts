/** Traces of other tools in the window: what is in them, by mouse and by keyboard. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { viztracerFile } from '../fixtures/viztracer-file';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-import-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const call = (name: string, ts: number, dur: number, tid = 1) => ({ ph: 'X', pid: 7, tid, name, cat: 'test', ts, dur });
const TRACE = JSON.stringify({
  traceEvents: [
    { ph: 'M', pid: 7, name: 'process_name', args: { name: 'Browser' } },
    { ph: 'M', pid: 7, tid: 1, name: 'thread_name', args: { name: 'Main' } },
    { ph: 'M', pid: 7, tid: 2, name: 'thread_name', args: { name: 'Input' } },
    { ...call('RunTask', 1000, 900), args: { src: { file: 'task.cc', line: 12 } } },
    call('Layout', 1100, 300),
    call('Paint', 1500, 300),
    call('Click', 1200, 500, 2),
    { ph: 'C', pid: 7, name: 'heap', ts: 1000, args: { used: 3 } },
    { ph: 'N', pid: 7, tid: 1, name: 'object', ts: 1000, id: '1' },
  ],
});

test('a Chrome trace opens as slices that can be pointed at, selected, searched and gone through by keys', async () => {
  const app = await PoolscopeApp.start({ file: fileOf('chrome.json', TRACE) });
  const { page, lanes } = app;
  await expect(app.status).toHaveText(/^Read: 4 slices in 2 lanes/);
  await expect(lanes.getByRole('listitem', { includeHidden: true })).toHaveText([
    'Counter heap of Browser: used',
    'Main of Browser: 3 slices on 2 rows',
    'Input of Browser: 1 slice on 1 row',
  ]);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('region', { name: 'About this file' })).toHaveText(
    /1 event was left out: 1 of kinds that are not drawn \(N\)\./,
  );

  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  const task = inspector.getByRole('region', { name: 'Slice RunTask' });
  await expect(task).toContainText('src.file');
  await expect(task).toContainText('task.cc');
  await page.keyboard.press('ArrowDown');
  await expect(inspector.getByRole('region', { name: 'Slice Layout' })).toContainText('Main');
  await page.keyboard.press('ArrowRight');
  await expect(inspector.getByRole('region', { name: 'Slice Paint' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inspector.getByRole('region', { name: /^Slice / })).toHaveCount(0);

  await page.getByRole('combobox', { name: 'Search tasks' }).fill('cli');
  await expect(page.getByTestId('search-count')).toHaveText('1 slice');
  await page.getByRole('button', { name: 'Next match' }).click();
  await expect(inspector.getByRole('region', { name: 'Slice Click' })).toContainText('Input');
  await expect.poll(() => violations(page)).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

test('a VizTracer file of a pool opens as workers and tasks, with what is derived told', async () => {
  const app = await PoolscopeApp.start({ file: fileOf('viztracer.json', viztracerFile({ workers: 3, tasks: 12 })) });
  const { page } = app;
  await expect(app.status).toHaveText(/^Read: 12 of 12 tasks/);
  expect(await app.pids()).toEqual([501, 502, 503]);
  const badge = page.getByTestId('recording');
  await expect(badge).toContainText(/^Trace ?viztracer\.json ?written /);
  await expect(page.getByRole('columnheader', { name: /^Tasks done/ })).toContainText('derived');
  await expect(page.getByRole('region', { name: 'About this file' })).toContainText('derived from their order');
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Task 0' })).toContainText('loads');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(
    'The file does not tell how its pool was set up',
  );
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

test('a trace that is cut off shows what is whole, and says where it ends', async () => {
  const app = await PoolscopeApp.start({ file: fileOf('cut.json', TRACE.slice(0, TRACE.indexOf('Click'))) });
  await expect(app.status).toHaveText(/^Cut short: 3 slices/);
  await expect(app.status).toContainText('cut off after 6 events');
  expect(app.pageErrors).toEqual([]);
  await app.close();
});
