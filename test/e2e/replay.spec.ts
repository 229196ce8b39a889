import { expect, type Locator, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';
import { violations } from './violations';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

const scenario = {
  name: 'Naps',
  pool: { processes: 2 },
  call: { chunksize: 1 },
  workload: { name: 'sleep' as const },
  input: { items: [60, 50, 70, 60, 50, 60] },
};

interface Stage {
  readonly timeline: Locator;
  readonly bar: Locator;
  /** The moment that the canvas shows, in ms of the axis; NaN: the whole run. */
  readonly shown: () => Promise<number>;
  readonly completed: () => Promise<string>;
}

async function finished(): Promise<Stage> {
  app = await PoolscopeApp.start({ scenario });
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 6 of 6/);
  const { page } = app;
  const timeline = page.getByRole('application', { name: 'Timeline of tasks' });
  const bar = page.getByRole('region', { name: 'Replay', exact: true });
  await expect(timeline).toHaveAttribute('data-replayed-ms', '');
  return {
    timeline,
    bar,
    shown: async () => {
      const text = (await timeline.getAttribute('data-replayed-ms')) ?? '';
      return text === '' ? Number.NaN : Number(text);
    },
    completed: async () => (await bar.getByText('done', { exact: true }).locator('..').textContent()) ?? '',
  };
}

test('a run is replayed by mouse: played, paused, scrubbed, slowed down and left', async () => {
  const { bar, shown, completed, timeline } = await finished();
  const { page } = app;
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: 'Pause' }).click();
  await expect(bar.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const paused = await shown();
  expect(paused).toBeGreaterThanOrEqual(0);
  expect(await violations(page)).toEqual([]);

  // To the very end: everything is there.
  const slider = bar.getByRole('slider', { name: 'Moment of the run' });
  const rail = await bar.locator('.replay-scrubber').boundingBox();
  if (rail === null) throw new Error('the scrubber is not visible');
  await page.mouse.click(rail.x + rail.width - 1, rail.y + rail.height / 2);
  await expect.poll(completed).toBe('done6 of 6');
  await page.mouse.click(rail.x + 1, rail.y + rail.height / 2);
  await expect.poll(completed).toBe('done0 of 6');
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^0\.0+\s.* of /);
  // The panels follow, or say that they do not.
  await expect(page.getByTestId('worker-row').first()).toHaveAttribute('data-state', 'booting');
  await expect(page.getByLabel('Figures of the run up to this moment')).toContainText('–');
  await page.getByRole('tab', { name: 'Tasks' }).click();
  await expect(page.getByTestId('bottom-panels').getByText('whole run')).toBeVisible();

  // A press on the axis moves the playhead there.
  const plot = await timeline.boundingBox();
  if (plot === null) throw new Error('the timeline is not visible');
  await page.mouse.click(plot.x + 168 + (plot.width - 168) / 2, plot.y + 10);
  await expect.poll(shown).toBeGreaterThan(100);

  await bar.getByRole('button', { name: /^Speed / }).click();
  await page.getByRole('menuitemradio', { name: '0.25×' }).click();
  await expect(bar.getByRole('button', { name: 'Speed 0.25×' })).toBeVisible();
  await bar.getByRole('button', { name: /^Speed / }).click();
  await page.getByRole('menuitem', { name: '10 seconds' }).click();
  await expect(bar.getByRole('button', { name: 'Speed 0.25×' })).toBeHidden();

  await bar.getByRole('button', { name: 'Close the replay' }).click();
  await expect(bar).toBeHidden();
  // The canvas says so with its next frame.
  await expect.poll(shown).toBeNaN();
  expect(app.pageErrors).toEqual([]);
});

test('a run is replayed by keyboard: event by event, looped, and left with Escape', async () => {
  const { bar, shown, timeline, completed } = await finished();
  const { page } = app;
  await timeline.focus();
  await page.keyboard.press(']');
  await expect(bar).toBeVisible();
  const steps: number[] = [];
  for (let step = 0; step < 6; step++) {
    const before = await shown();
    await page.keyboard.press(']');
    await expect.poll(shown).toBeGreaterThan(before);
    steps.push(await shown());
  }
  // Back by the same moments.
  for (const back of steps.toReversed().slice(1)) {
    await page.keyboard.press('[');
    await expect.poll(shown).toBe(back);
  }
  await expect(page.getByTestId('spoken-moment')).toHaveText(/tasks completed/);
  await page.keyboard.press('}');
  await expect.poll(shown).toBeGreaterThan(steps[0] ?? 0);

  // From the last event backwards, all tasks are done.
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await page.keyboard.press('[');
  await expect.poll(completed).toBe('done6 of 6');

  // A loop of everything goes on and on: it comes by its begin.
  await page.keyboard.press('r');
  await page.keyboard.press('p');
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
  for (let faster = 0; faster < 12; faster++) await page.keyboard.press('>');
  await expect(bar.getByRole('button', { name: 'Speed 100×' })).toBeVisible();
  await expect(page.getByTestId('spoken-moment')).toHaveText('');
  await expect(bar.getByRole('button', { name: 'Loop the range, or the whole run' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('p');
  await expect(bar.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  // The canvas says so with its next frame.
  await expect.poll(shown).toBeNaN();
  expect(app.pageErrors).toEqual([]);
});

test('a new run ends the replay of the one before', async () => {
  const { bar, shown } = await finished();
  const { page } = app;
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await expect(bar).toBeVisible();
  await app.press('Run');
  await expect(bar).toBeHidden();
  // The canvas says so with its next frame.
  await expect.poll(shown).toBeNaN();
  expect(await app.ended()).toMatch(/^Finished: 6 of 6/);
});
