import { describe, expect, test } from 'vitest';
import { checkForm, type Shown } from '../../../../src/renderer/export/export-request';
import { changeForm, createExportStore, type ExportForm, newForm } from '../../../../src/renderer/export/export-store';
import { sizeWords } from '../../../../src/renderer/export/size-words';
import { pictureOptionsSchema } from '../../../../src/shared/picture-options';

const shown: Shown = {
  seen: {
    scrollTop: 40,
    arrangement: { order: [2, 0, 1], collapsed: [1], heights: [[0, 60]], only: null },
    selection: [3],
    focusedRow: 3,
    range: null,
    measure: null,
    evidence: [],
    notes: [],
    filter: 'failed',
  },
  viewport: { startNs: 1100, endNs: 1300 },
  range: { startNs: 1150, endNs: 1200 },
  originNs: 1000,
  atNs: 1250,
  lanes: { groupBy: 'slot', colourBy: 'outcome', laneSize: 'compact', truth: true },
  size: { width: 700, height: 400 },
};
const optionsOf = (change: Partial<ExportForm>) => {
  const checked = checkForm({ ...newForm('dark'), ...change }, shown);
  if ('errors' in checked) throw new Error(JSON.stringify(checked.errors));
  return checked.options;
};
const errorsOf = (change: Partial<ExportForm>) => {
  const checked = checkForm({ ...newForm('dark'), ...change }, shown);
  return 'errors' in checked ? checked.errors : {};
};

describe('what the export dialog asks for', () => {
  test('as seen: the stretch, the moment and the marks of the window, on the axis of the run', () => {
    expect(optionsOf({})).toMatchObject({
      format: 'png',
      theme: 'dark',
      width: 700,
      height: 400,
      startNs: 100,
      endNs: 300,
      atNs: 250,
      groupBy: 'slot',
      colourBy: 'outcome',
      laneSize: 'compact',
      seen: shown.seen,
    });
  });

  test('in full: the whole run, nothing of what the window marks', () => {
    expect(optionsOf({ extent: 'full', size: 'lanes' })).toMatchObject({
      width: 1280,
      height: null,
      startNs: null,
      endNs: null,
      atNs: null,
      seen: null,
      groupBy: 'slot',
    });
  });

  test('a range: that stretch with every lane', () => {
    expect(optionsOf({ extent: 'range', size: '1920x1080' })).toMatchObject({
      width: 1920,
      height: 1080,
      startNs: 150,
      endNs: 200,
      seen: null,
    });
  });

  test('a video: no moment, and what is left empty as the format has it', () => {
    expect(optionsOf({ format: 'gif' })).toMatchObject({ atNs: null, fps: null, speed: null, seconds: 20 });
    expect(optionsOf({ format: 'gif', fps: '12.5', speed: '0.1' })).toMatchObject({ fps: 12.5, speed: 0.1 });
  });

  test.each<[Partial<ExportForm>, Record<string, string>]>([
    [{ size: 'custom', width: 'x' }, { width: 'expected a whole number from 320 to 7680, got "x"' }],
    [{ size: 'custom', width: '' }, { width: 'expected a whole number from 320 to 7680, got ""' }],
    [{ size: 'custom', height: '3' }, { height: 'expected a whole number from 180 to 16384, got 3' }],
    [{ format: 'webm', fps: '600' }, { fps: 'expected a number from 1 to 60, got 600' }],
  ])('%j is answered at its field', (change, errors) => {
    expect(errorsOf(change)).toEqual(errors);
  });
});

test('a video begins as one of the whole run at a size that players know, and has one whatever is drawn', () => {
  const store = createExportStore();
  changeForm(store, { format: 'webm' });
  expect(store.getState().form).toMatchObject({ extent: 'full', size: '1280x720' });
  changeForm(store, { extent: 'seen' });
  changeForm(store, { size: 'window' });
  changeForm(store, { extent: 'full' });
  expect(store.getState().form.size).toBe('1280x720');
  changeForm(store, { size: '1920x1080' });
  changeForm(store, { format: 'gif' });
  expect(store.getState().form.size).toBe('1920x1080');
});

test('the size follows what is drawn: the whole run is as high as its lanes, what is seen as large as in the window', () => {
  const store = createExportStore();
  changeForm(store, { extent: 'full' });
  expect(store.getState().form.size).toBe('lanes');
  changeForm(store, { extent: 'seen' });
  expect(store.getState().form.size).toBe('window');
  changeForm(store, { size: '1280x720' });
  changeForm(store, { extent: 'full' });
  expect(store.getState().form.size).toBe('1280x720');
});

describe('how large it will be', () => {
  const run = { originNs: 0, endNs: 2e9, chapters: [] };
  const words = (wishes: Parameters<typeof pictureOptionsSchema.parse>[0]) =>
    sizeWords(pictureOptionsSchema.parse(wishes), run);

  test('is said in pixels, and for a video in seconds and frames', () => {
    expect(words({ format: 'png', height: 720, scale: 2 })).toEqual({ text: '2,560 × 1,440 pixels', trouble: false });
    expect(words({ format: 'svg', height: 720, scale: 2 }).text).toBe('1,280 × 720 pixels');
    expect(words({ format: 'png' }).text).toBe('1,280 pixels wide, as high as the lanes need');
    expect(words({ format: 'webm' }).text).toBe('1,280 × 720 pixels, 20\u2009s, 600 frames, slowed down 9.3×');
  });

  test('and says so where it cannot be', () => {
    expect(words({ format: 'png', width: 7680, height: 4320, scale: 4 })).toMatchObject({ trouble: true });
    expect(words({ format: 'gif', seconds: 100 })).toMatchObject({ trouble: true });
  });
});
