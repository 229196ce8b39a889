import { describe, expect, it } from 'vitest';
import { laneGroupsOf } from '../../../../src/renderer/derive/lane-groups';
import { runExtent } from '../../../../src/renderer/derive/run-extent';
import { createFactsStore, type Facts } from '../../../../src/renderer/store/facts';
import { createLaneStore } from '../../../../src/renderer/store/lane-settings';
import { createNotesStore } from '../../../../src/renderer/store/notes';
import { createViewStore } from '../../../../src/renderer/store/view';
import { CanvasView } from '../../../../src/renderer/timeline/canvas-view';
import { createCommands } from '../../../../src/renderer/timeline/commands';
import { GUTTER } from '../../../../src/renderer/timeline/track';
import { callerTrack } from '../../../../src/renderer/timeline/tracks/caller';
import { laneTrack } from '../../../../src/renderer/timeline/tracks/lane';
import { nanos, row } from '../../../../src/shared/units';
import { makeFacts } from '../../../fixtures/make-run';
import { makeFrame } from './make-frame';
import { RecordingContext, RecordingSurface, testTheme } from './recording-context';

const size = { width: 1168, height: 700, dpr: 1, scrollTop: 0 };
const run = { tasks: 60, workers: 4, chunksize: 2, failEvery: 7, crash: 1, depth: 2 };

/** A run whose results reach the caller in groups while it goes on, each with its callback. */
function deliveredOnTheWay(facts: Facts): Facts {
  const { data } = facts;
  const { completed } = data.table.columns;
  const groups = data.deliveredRows.array
    .slice(0, data.deliveredRows.length)
    .sort((a, b) => (completed[a] ?? 0) - (completed[b] ?? 0))
    .map((delivered) => Math.ceil((completed[delivered] ?? 0) / 40e6) * 40e6);
  const at = Float64Array.from(groups).sort();
  data.deliveredAt.length = 0;
  data.deliveredAt.append(at);
  data.callbackAt.append(at);
  data.callbackTask.append(new Uint32Array(at.length));
  data.callbackKind.append(Uint8Array.from(at, (_, index) => index % 2));
  return facts;
}

/** Draws a run as of a moment, with everything that a person may have put on it. */
function drawn(facts: Facts, share: number | null, groupBy: 'worker' | 'slot' | 'chunk' = 'worker') {
  const store = createFactsStore();
  store.setState(facts);
  const view = createViewStore();
  const lanes = createLaneStore();
  const notes = createNotesStore(store);
  const { originNs, endNs } = runExtent(facts);
  const atNs = share === null ? null : nanos(originNs + (endNs - originNs) * share);
  const playback = { getState: () => ({ atNs }) };
  const recorder = new RecordingContext();
  const commands = createCommands(store, view);
  const surface = new RecordingSurface();
  const canvas = new CanvasView(
    recorder.context,
    store,
    view,
    commands,
    surface,
    lanes,
    undefined,
    notes,
    undefined,
    playback,
  );
  canvas.draw(size, testTheme, 0);
  lanes.setState({ groupBy });
  const noted = [0.2, 0.5, 0.9].map((part) => nanos(originNs + (endNs - originNs) * part));
  notes.setState({ notes: noted.map((at, id) => ({ id, atNs: at, row: null, text: 'note' })) });
  const rows = Array.from({ length: facts.data.table.length }, (_, index) => row(index));
  view.setState({ selection: rows, focusedRow: row(facts.data.table.length - 1) });
  for (const list of [recorder.texts, recorder.rects, recorder.outlines, recorder.paths]) list.length = 0;
  canvas.draw(size, testTheme, 0);
  const scale = canvas.frame?.scale;
  if (scale === undefined) throw new Error('Nothing was drawn.');
  return { recorder, canvas, scale, x: atNs === null ? scale.right : scale.toX(atNs), atNs, commands, view, playback };
}

const groups = ['worker', 'slot', 'chunk'] as const;

describe.each(groups)('a run drawn as of a moment, in lanes of each %s', (groupBy) => {
  it.each([0.02, 0.1, 0.35, 0.5, 0.77, 0.95])('shows nothing right of the playhead at %f of it', (share) => {
    const { recorder, x, scale, canvas } = drawn(deliveredOnTheWay(makeFacts(run)), share, groupBy);
    // What is cleared to the ground and the lines of the axis tell nothing.
    const quiet = new Set([testTheme.colors.bg, testTheme.grid, testTheme.colors.hairline]);
    const late = recorder.rects.filter((rect) => rect.x + rect.width > x + 2 && !quiet.has(rect.color));
    expect(late.filter(({ y }) => y > 30)).toEqual([]);
    const points = recorder.paths.flatMap((path) => (path.color === testTheme.colors.bg ? [] : path.points));
    // A flag, a cross or the head of an arrow reaches a little beyond its moment.
    expect(points.filter(([px]) => px > x + 10)).toEqual([]);
    expect(recorder.outlines.filter((outline) => outline.x + outline.width > x + 10)).toEqual([]);
    const axis = canvas.layout.pinned[0]?.track.height ?? 0;
    expect(recorder.texts.filter((text) => text.x > x && text.y > axis)).toEqual([]);
    expect(scale.right).toBeGreaterThan(x);
    if (share === 0.95) expect(recorder.texts.some(({ text }) => text.startsWith('× '))).toBe(true);
  });

  it('shows the pixels of its lanes up to the playhead, and the ground right of it', () => {
    const facts = makeFacts(run);
    const { originNs, endNs } = runExtent(facts);
    for (const share of [0.1, 0.4, 0.8]) {
      const asOf = originNs + (endNs - originNs) * share;
      const { frame, recorder, surface } = makeFrame(facts, {}, 800, asOf);
      const lanes = laneGroupsOf(facts, groupBy);
      const tracks = [callerTrack, ...lanes.order.map((key) => laneTrack(lanes, facts, key, 28))];
      for (const track of tracks) {
        track.draw(recorder.context, frame, 0);
        const edge = Math.round(frame.scale.toX(asOf) - GUTTER);
        for (let y = 0; y < 27; y++) {
          const [name, length] = surface.line(y).at(-1) ?? ['', 0];
          expect(name).toBe('bg');
          expect(length).toBeGreaterThanOrEqual(800 - edge - 1);
        }
      }
    }
  });
});

describe('a run drawn as of a moment', () => {
  it('is the whole run once all of it has happened', () => {
    const facts = makeFacts(run);
    const whole = drawn(facts, null);
    const atEnd = drawn(facts, 2);
    expect(atEnd.recorder.paths).toEqual(whole.recorder.paths);
    expect(atEnd.recorder.outlines).toEqual(whole.recorder.outlines);
    expect(atEnd.recorder.texts).toEqual(whole.recorder.texts);
  });

  it('is the same for the same moment, however it came there', () => {
    const facts = makeFacts(run);
    const [once, again] = [drawn(facts, 0.4), drawn(facts, 0.4)];
    expect(again.recorder.rects).toEqual(once.recorder.rects);
    expect(again.recorder.texts).toEqual(once.recorder.texts);
    expect(again.recorder.paths).toEqual(once.recorder.paths);
  });

  it('does not tell of a failure or a crash before it happens', () => {
    const facts = makeFacts(run);
    const crash = facts.data.workers[1]?.exit?.at ?? 0;
    const { originNs, endNs } = runExtent(facts);
    const before = drawn(facts, (crash - originNs) / (endNs - originNs) - 0.001);
    const after = drawn(facts, (crash - originNs) / (endNs - originNs) + 0.001);
    const crashed = ({ recorder }: typeof before): boolean => recorder.texts.some(({ text }) => text === 'crashed');
    expect(crashed(before)).toBe(false);
    expect(crashed(after)).toBe(true);
  });

  it('has nothing to point at where nothing is drawn', () => {
    const { canvas, x, scale } = drawn(makeFacts({ tasks: 40, workers: 1, chunksize: 1 }), 0.5);
    const lane = canvas.layout.lanes[0];
    const y = (lane?.top ?? 0) + 12;
    expect(canvas.hit(x - 20, y)).not.toBeNull();
    for (let px = x + 2; px < scale.right; px += 5) expect(canvas.hit(px, y)).toBeNull();
  });

  it('tells of a worker that is not started yet as such', () => {
    const { recorder } = drawn(makeFacts(run), -0.01);
    expect(recorder.texts.filter(({ text }) => text === 'not started')).toHaveLength(
      makeFacts(run).data.workers.length,
    );
  });
});
