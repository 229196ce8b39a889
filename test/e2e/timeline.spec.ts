import { expect, type Locator, test } from 'playwright/test';
import { PoolscopeApp } from './poolscope-app';

let app: PoolscopeApp;
test.afterEach(async () => app?.close());

/** Long enough to be hit with the mouse, wherever the workers' boot ends. */
const scenario = {
  name: 'Naps',
  pool: { processes: 2 },
  call: { chunksize: 1 },
  workload: { name: 'sleep' as const },
  input: { items: [150, 160, 170, 180, 150, 160] },
};

interface Stage {
  readonly timeline: Locator;
  /** A point of the canvas: at a moment in ms of the axis, and at a height in pixels. */
  readonly at: (ms: number, y: number) => Promise<{ x: number; y: number }>;
  /** What is in view, in ms of the axis. */
  readonly view: () => Promise<readonly [number, number]>;
  /** From when to when a range or a measure goes; empty: there is none. */
  readonly stretch: (of: 'range' | 'measure') => Promise<readonly number[]>;
}

const GUTTER = 168;
const AXIS_Y = 10;

async function finished(): Promise<Stage> {
  app = await PoolscopeApp.start({ scenario });
  await app.press('Run');
  expect(await app.ended()).toMatch(/^Finished: 6 of 6/);
  const timeline = app.page.getByRole('application', { name: 'Timeline of tasks' });
  const view = async (): Promise<readonly [number, number]> => [
    Number(await timeline.getAttribute('data-start-ms')),
    Number(await timeline.getAttribute('data-end-ms')),
  ];
  // The view comes to rest when the run has ended: what is in view no longer changes.
  await expect.poll(async () => (await view())[0]).toBeLessThan(0);
  const whole = await view();
  await expect.poll(view).toEqual(whole);
  return {
    timeline,
    view,
    at: async (ms, y) => {
      const [start, end] = await view();
      const box = await timeline.boundingBox();
      if (box === null) throw new Error('the timeline is not visible');
      const width = (await timeline.evaluate((element) => element.clientWidth)) - GUTTER;
      return { x: box.x + GUTTER + ((ms - start) / (end - start)) * width, y: box.y + y };
    },
    stretch: async (of) => ((await timeline.getAttribute(`data-${of}`)) ?? '').split(' ').filter(Boolean).map(Number),
  };
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const { mouse } = app.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 5 });
  await mouse.up();
}

const lengthOf = ([from = 0, to = 0]: readonly number[]): number => to - from;

const section = (name: string): Locator => app.page.getByRole('region', { name, exact: true });

test('a range is dragged with Shift, summed up, resized at its edge, kept by a click and let go with Escape', async () => {
  const { at, view, stretch, timeline } = await finished();
  const [, end] = await view();
  await app.page.keyboard.down('Shift');
  await drag(await at(1, AXIS_Y), await at(end * 0.98, AXIS_Y));
  await app.page.keyboard.up('Shift');
  const range = section('Range');
  await expect(range).toContainText('all workers');
  await expect(
    range
      .getByText(/^Tasks that ran/)
      .locator('..')
      .getByRole('definition'),
  ).toHaveText('6');
  await expect(range.getByRole('table', { name: 'Phases in the range' }).locator('tr[data-phase]')).toHaveCount(9);
  await expect(range.getByRole('img', { name: /^Run times/ })).toBeVisible();
  await range.getByRole('button', { name: 'Copy as CSV' }).click();
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /^phase,count,total_us,.*\nqueue wait,6,/,
  );
  await expect.poll(async () => lengthOf(await stretch('range'))).toBeGreaterThan(0);
  await drag(await at((await stretch('range'))[1] ?? 0, AXIS_Y), await at(end / 2, AXIS_Y));
  await expect.poll(async () => (await stretch('range'))[1]).toBeLessThan(end * 0.6);
  const elsewhere = await at(end * 0.9, AXIS_Y);
  await app.page.mouse.click(elsewhere.x, elsewhere.y);
  await expect(range).toBeVisible();
  await timeline.focus();
  await app.page.keyboard.press('Escape');
  await expect(range).toHaveCount(0);
});

test('a range is set, zoomed to and left again by keyboard alone', async () => {
  const { view, stretch, timeline } = await finished();
  const { keyboard } = app.page;
  const whole = await view();
  await timeline.focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('i');
  await keyboard.press('ArrowRight');
  await keyboard.press('o');
  await expect(section('Range')).toBeVisible();
  await expect(app.page.getByTestId('spoken-stretch')).toHaveText(/^Range of \d+.ms, \d tasks ran in all workers$/);
  // The canvas tells what it has drawn: a frame later than the store.
  await expect.poll(async () => lengthOf(await stretch('range'))).toBeGreaterThan(300);
  const [begin = 0, end = 0] = await stretch('range');
  await keyboard.press('z');
  await expect.poll(async () => (await view())[0]).toBeGreaterThan(begin - (end - begin) * 0.06);
  expect((await view())[1]).toBeLessThan(end + (end - begin) * 0.06);
  const zoomed = await view();
  await keyboard.press('Alt+ArrowLeft');
  await expect.poll(view).toEqual(whole);
  await keyboard.press('Alt+ArrowRight');
  await expect.poll(view).toEqual(zoomed);
  await app.page.getByRole('button', { name: 'Back to the view before' }).click();
  await expect.poll(view).toEqual(whole);
});

test('a measure snaps to the edges of a task, as the one that X makes of it shows', async () => {
  const { at, stretch, timeline, view } = await finished();
  const { keyboard } = app.page;
  await timeline.focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await keyboard.press('x');
  await expect.poll(async () => (await stretch('measure')).length).toBe(2);
  await expect(app.page.getByTestId('spoken-stretch')).toHaveText(/^Measured 1\d\d.ms · \d+.% of the run$/);
  const [begin = 0, end = 0] = await stretch('measure');
  expect(end - begin).toBeGreaterThan(140);
  await keyboard.press('Escape');
  await expect.poll(() => stretch('measure')).toEqual([]);
  await keyboard.press('z');
  // Drawn closer, too: where things are is read from what is drawn.
  await expect.poll(async () => (await view()).reduce((from, to) => to - from)).toBeLessThan((end - begin) * 2);
  await keyboard.press('m');
  await expect(app.page.getByRole('button', { name: 'Measure by dragging' })).toHaveAttribute('aria-pressed', 'true');
  const lane = Number(await timeline.getAttribute('data-lanes-top')) + 12;
  const [from, to] = [await at(begin, lane), await at(end, lane)];
  const msPerPx = (end - begin) / (to.x - from.x);
  await drag({ ...from, x: from.x + 3 }, { ...to, x: to.x - 3 });
  await expect.poll(async () => (await stretch('measure')).length).toBe(2);
  const [snappedFrom = 0, snappedTo = 0] = await stretch('measure');
  // Messages, loads and dumps have edges there, too: the nearest one counts, and none is where the pointer was.
  for (const [edge, pointer, snapped] of [
    [begin, begin + 3 * msPerPx, snappedFrom],
    [end, end - 3 * msPerPx, snappedTo],
  ] as const) {
    expect(Math.abs(snapped - edge)).toBeLessThan(12 * msPerPx);
    expect(Math.abs(snapped - pointer)).toBeGreaterThan(0.001 * msPerPx);
  }
});

test('the minimap moves what is in view, by mouse and by keyboard, and says what that is', async () => {
  const { view } = await finished();
  const minimap = app.page.getByRole('slider', { name: 'Part of the run in view' });
  await expect(minimap).toHaveAttribute('aria-valuetext', /^0.ns to .+ of .+$/);
  const box = await minimap.boundingBox();
  if (box === null) throw new Error('the minimap is not visible');
  const y = box.y + box.height / 2;
  const whole = await view();
  await app.page.getByRole('button', { name: 'Zoom in' }).click();
  await app.page.getByRole('button', { name: 'Zoom in' }).click();
  // Both have been drawn: each makes two thirds of what was in view.
  const width = async () => (await view())[1] - (await view())[0];
  await expect.poll(width).toBeLessThan((whole[1] - whole[0]) * 0.5);
  const zoomed = await view();
  await drag({ x: box.x + box.width / 2, y }, { x: box.x + box.width * 0.6, y });
  await expect.poll(async () => (await view())[0]).toBeGreaterThan(zoomed[0]);
  const moved = await view();
  expect(moved[1] - moved[0]).toBeCloseTo(zoomed[1] - zoomed[0], 1);
  await minimap.focus();
  await app.page.keyboard.press('Home');
  await expect.poll(async () => (await view())[0]).toBeLessThan(moved[0]);
  const home = await view();
  await app.page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await view())[1]).toBeLessThan(home[1]);
  await drag({ x: box.x + box.width * 0.9, y }, { x: box.x + box.width * 0.95, y });
  await expect.poll(async () => (await view())[0]).toBeGreaterThan(home[1]);
});

test('a note is pinned with N, shown, changed by a click on its flag, and deleted', async () => {
  const { at, view } = await finished();
  const { page } = app;
  const [start, end] = await view();
  const place = await at((start + end) / 2, AXIS_Y);
  await page.mouse.move(place.x, place.y);
  await page.keyboard.press('n');
  const field = page.getByRole('textbox', { name: /^Note at/ });
  await expect(field).toBeFocused();
  await page.keyboard.type('Half of it');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  const notes = section('Notes');
  await expect(notes.getByRole('listitem')).toHaveText(/Half of it/);
  await page.mouse.move(place.x + 1, place.y + 4);
  await expect(page.getByRole('tooltip')).toHaveText('Half of it');
  await page.mouse.click(place.x + 1, place.y + 4);
  await expect(field).toHaveValue('Half of it');
  await field.fill('The second half begins');
  await page.keyboard.press('Enter');
  await expect(notes.getByRole('listitem')).toHaveText(/The second half begins/);
  await notes.getByRole('button', { name: /^Change the note/ }).click();
  await field.fill('Never mind');
  await page.keyboard.press('Escape');
  await expect(notes.getByRole('listitem')).toHaveText(/The second half begins/);
  await notes.getByRole('button', { name: /^Delete the note/ }).click();
  await expect(notes).toHaveCount(0);
});

test('a double click zooms to a task', async () => {
  const { at, view, stretch, timeline } = await finished();
  await timeline.focus();
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('x');
  await expect.poll(async () => (await stretch('measure')).length).toBe(2);
  const [begin = 0, end = 0] = await stretch('measure');
  await app.page.keyboard.press('Escape');
  const lane = Number(await timeline.getAttribute('data-lanes-top')) + 12;
  const middle = await at((begin + end) / 2, lane);
  await app.page.mouse.dblclick(middle.x, middle.y);
  await expect.poll(async () => (await view())[0]).toBeGreaterThan(begin - (end - begin) * 0.06);
  expect((await view())[1]).toBeLessThan(end + (end - begin) * 0.06);
});

test('every tool of the timeline is in full view in a narrow window', async () => {
  app = await PoolscopeApp.start({ scenario });
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await app.resize(width, height);
    for (const button of await app.page.getByRole('toolbar', { name: 'Timeline tools' }).getByRole('button').all()) {
      await expect(button).toBeInViewport({ ratio: 1 });
    }
  }
});
