import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { planFrames } from '../../src/shared/video/frame-plan';
import { poolscope, start } from './command-line';
import { addReader, type DecodedFrame, decodeImage, decodeVideo } from './decode-video';
import { madeSession, workFolder } from './made-session';
import { PoolscopeApp } from './poolscope-app';

const [WIDTH, HEIGHT, FPS, SECONDS, TO_MS] = [320, 180, 10, 2, 100];
const SIZE = ['--width', '640', '--height', '360', '--scale', '0.5', '--to', `${TO_MS}ms`, '--theme', 'dark'];
const LENGTH = ['--fps', String(FPS), '--seconds', String(SECONDS)];
/** Three frames of the twenty: near the begin, on the way, and the last one, which stands still. */
const LOOKED_AT = [2, 9, 19];
/** Above this line stands the clock, which a picture has without the speed. */
const TITLE_PX = 32;

const chapters = [{ atNs: 60e6, title: 'The second half', caption: 'Half of the tasks are done.', pause: true }];
const session = madeSession({ tasks: 24, workers: 3, annotations: { notes: [], chapters } });
const folder = workFolder();

/** When each frame is, as the plan has it; the made-up run begins at zero. */
const plan = planFrames({
  fromNs: 0,
  toNs: TO_MS * 1e6,
  pace: { kind: 'fit', seconds: SECONDS },
  fps: FPS,
  chapters,
  titleCard: false,
});

async function exported(name: string, format: string, ...more: readonly string[]): Promise<string> {
  const path = join(folder, name);
  const { status, stderr } = await poolscope('export', session, '--format', format, '--out', path, ...SIZE, ...more);
  expect(status, stderr).toBe(0);
  return path;
}

/** Mean difference of two frames in steps of 0 to 255, below the title. */
function difference(a: DecodedFrame | undefined, b: DecodedFrame | undefined): number {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY;
  let sum = 0;
  const from = TITLE_PX * a.width * 4;
  for (let index = from; index < a.pixels.length; index++) {
    sum += Math.abs((a.pixels[index] ?? 0) - (b.pixels[index] ?? 0));
  }
  return sum / (a.pixels.length - from);
}

/** The frame that is shown at a moment: those that are the same may be one. */
const shownAt = (frames: readonly DecodedFrame[], seconds: number): DecodedFrame | undefined =>
  frames.findLast(({ at }) => at <= seconds + 1e-3);

test.describe('videos of a session, made without a display', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  let app: PoolscopeApp;
  const pictures: DecodedFrame[] = [];

  test.beforeAll(async () => {
    app = await PoolscopeApp.start();
    await addReader(app.page);
    for (const frame of LOOKED_AT) {
      const path = await exported(`${frame}.png`, 'png', '--at', `${plan.at(frame).atNs}ns`);
      pictures.push(...(await decodeImage(app.page, path)));
    }
  });
  test.afterAll(() => app.close());

  for (const format of ['webm', 'mp4']) {
    test(`${format}: size, length and frames are as planned, and show what the picture of their moment shows`, async () => {
      const frames = await decodeVideo(app.page, await exported(`a.${format}`, format, ...LENGTH));
      expect(frames).toHaveLength(FPS * SECONDS);
      expect(frames[0]).toMatchObject({ width: WIDTH, height: HEIGHT, at: 0 });
      const last = frames.at(-1);
      expect((last?.at ?? 0) + (last?.seconds ?? 0)).toBeCloseTo(SECONDS, 2);
      for (const [index, frame] of LOOKED_AT.entries()) {
        const own = difference(frames[frame], pictures[index]);
        const others = pictures.filter((_, other) => other !== index).map((other) => difference(frames[frame], other));
        expect(own).toBeLessThan(6);
        expect(own).toBeLessThan(Math.min(...others) / 2);
      }
    });

    test(`${format}: exported again it is the same frames`, async () => {
      const again = await exported(`b.${format}`, format, ...LENGTH);
      const first = join(folder, `a.${format}`);
      // The head of an MP4 tells when it was made.
      if (format === 'webm') expect(readFileSync(again).equals(readFileSync(first))).toBe(true);
      const [a, b] = [await decodeVideo(app.page, first), await decodeVideo(app.page, again)];
      expect(b.map(({ pixels }) => pixels.toString('base64'))).toEqual(
        a.map(({ pixels }) => pixels.toString('base64')),
      );
    });
  }

  test('mp4: large frames, whose encoder would use threads, are the same each time, too', async () => {
    test.skip(process.platform !== 'linux', 'only Linux lets us choose how many cores it sees');
    const large = ['--width', '1280', '--height', '720', '--fps', '30', '--seconds', '1'];
    const encodedAs = async (name: string): Promise<Buffer> => {
      const path = join(folder, name);
      const { status, stderr } = await poolscope('export', session, '--format', 'mp4', '--out', path, ...large);
      expect(status, stderr).toBe(0);
      const bytes = readFileSync(path);
      // What stands before the frames tells when it was made.
      return bytes.subarray(bytes.indexOf('mdat'));
    };
    const first = await encodedAs('large-a.mp4');
    expect(first.length).toBeGreaterThan(10_000);
    expect((await encodedAs('large-b.mp4')).equals(first)).toBe(true);
  });

  test('gif: colours of areas are exact, delays add up to the length, and its bytes are the same each time', async () => {
    const path = await exported('a.gif', 'gif', ...LENGTH);
    const frames = await decodeImage(app.page, path);
    expect(frames[0]).toMatchObject({ width: WIDTH, height: HEIGHT });
    expect(frames.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(SECONDS, 2);
    for (const [index, frame] of LOOKED_AT.entries()) {
      const [shown, picture] = [shownAt(frames, frame / FPS), pictures[index]];
      expect(difference(shown, picture)).toBeLessThan(1);
      if (shown === undefined || picture === undefined) throw new Error('There is no such frame');
      expect(share(shown, picture)).toBeGreaterThan(0.98);
    }
    expect(readFileSync(await exported('b.gif', 'gif', ...LENGTH)).equals(readFileSync(path))).toBe(true);
  });

  test('cancelled in the middle it leaves nothing', async () => {
    const empty = workFolder();
    const path = join(empty, 'a.gif');
    const { child, finished } = start([
      ...['export', session, '--format', 'gif', '--out', path],
      ...['--fps', '10', '--seconds', '60', '--width', '1920', '--height', '1080'],
    ]);
    const written = () => readdirSync(empty).map((name) => statSync(join(empty, name)).size);
    await expect.poll(() => written()[0] ?? 0, { timeout: 60_000 }).toBeGreaterThan(0);
    child.kill('SIGINT');
    const { status, stderr } = await finished;
    expect(status).toBe(130);
    expect(stderr).toContain('interrupted');
    expect(readdirSync(empty)).toEqual([]);
  });

  test('what would be too long is refused in one sentence, and nothing is left', async () => {
    const empty = workFolder();
    const path = join(empty, 'a.gif');
    const { status, stderr } = await poolscope('export', session, '--format', 'gif', '--out', path, '--seconds', '60');
    expect(status).toBe(2);
    expect(stderr).toContain(
      'poolscope: The video would have 900 frames, and 600 are the most for gif; choose a shorter range, a higher speed, fewer frames a second, or WebM.\n',
    );
    expect(readdirSync(empty)).toEqual([]);
  });
});

test('from the window: a video of the whole run, with how far it is, by keyboard', async () => {
  const app = await PoolscopeApp.start({ file: session });
  const { page } = app;
  await app.ended();
  await addReader(page);
  const path = join(folder, 'window.webm');
  await app.saveAs(path);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: 'WebM video' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Size' })).toHaveText('1280 × 720');
  await dialog.getByRole('textbox', { name: 'Seconds' }).fill('1');
  await dialog.getByRole('textbox', { name: 'Frames a second' }).fill('5');
  await expect(page.getByTestId('export-size')).toContainText('1,280 × 720 pixels, 1\u2009s, 5 frames, slowed down');
  await dialog.getByRole('button', { name: 'Export …' }).press('Enter');
  await expect(page.getByText(`Saved as ${path}`)).toBeVisible({ timeout: 60_000 });
  const frames = await decodeVideo(page, path);
  expect(frames.map(({ width, height }) => [width, height])).toEqual(Array.from({ length: 5 }, () => [1280, 720]));
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

/** Of pixels below the title that are exactly the same. */
function share(a: DecodedFrame, b: DecodedFrame): number {
  let same = 0;
  const [pixelsA, pixelsB] = [a, b].map(({ pixels }) => new Uint32Array(Uint8Array.from(pixels).buffer));
  const from = TITLE_PX * a.width;
  for (let index = from; index < a.width * a.height; index++) if (pixelsA?.[index] === pixelsB?.[index]) same++;
  return same / (a.width * a.height - from);
}
