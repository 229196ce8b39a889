import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { poolscope } from './command-line';
import { madeSession, workFolder } from './made-session';
import { PlainBrowser } from './plain-browser';
import { violations } from './violations';

const NAME = 'A name with </script><script>document.title="harmed"</script> & "quotes"';
const annotations = {
  notes: [{ atNs: 20e6, row: null, text: 'Here it begins' }],
  chapters: [{ atNs: 50e6, title: 'On the way', caption: 'All workers are busy.', pause: false }],
};

test.describe('a page with a session', () => {
  test.describe.configure({ mode: 'serial' });
  const folder = workFolder();
  const path = join(folder, 'run.html');
  let browser: PlainBrowser;

  test.beforeAll(async () => {
    const session = madeSession({ tasks: 40, workers: 3, name: NAME, annotations });
    const { status, stderr } = await poolscope('export', session, '--format', 'html', '--out', path);
    expect(status, stderr).toBe(0);
    expect(readdirSync(folder)).toEqual(['run.html']);
    browser = await PlainBrowser.start();
    await browser.open(path);
  });
  test.afterAll(() => browser.close());

  test('opens from the disk in any browser, offline, with its lanes and figures, and without an error', async () => {
    const { page } = browser;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
    await expect(page.getByTestId('lanes').locator('li')).toHaveCount(3);
    await expect(page.getByLabel('Figures of the run')).toContainText('wall');
    await expect(page.getByRole('list').filter({ hasText: 'On the way' })).toBeVisible();
    await expect(page.getByText('Here it begins')).toBeVisible();
    expect(browser.errors).toEqual([]);
    expect(await browser.requests()).toEqual([]);
    // Nothing but the data and one script: no source outside the file.
    expect(readFileSync(path, 'utf8')).not.toMatch(/<(script|link|img)[^>]*\s(src|href)=/);
  });

  test('tells of a task under the pointer, selects it, zooms and pans by keys, and passes axe', async () => {
    const { page } = browser;
    const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
    const before = await timeline.getAttribute('data-end-ms');
    await timeline.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: /^Task \d+$/ })).toContainText('From submit to delivery');
    const box = await timeline.boundingBox();
    const top = Number(await timeline.getAttribute('data-lanes-top'));
    if (box === null) throw new Error('There is no timeline');
    await page.mouse.move(box.x + box.width / 2, box.y + top + 12);
    await expect(page.getByRole('tooltip').or(page.locator('.tooltip')).first()).toBeVisible();
    await page.keyboard.press('w');
    await expect(timeline).not.toHaveAttribute('data-end-ms', before ?? '');
    await page.keyboard.press('f');
    await expect(timeline).toHaveAttribute('data-end-ms', before ?? '');
    await page.keyboard.press('p');
    await expect(page.getByRole('region', { name: 'Replay' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(browser.errors).toEqual([]);
  });
});
