import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SLICES, PictureLanes } from '../../../../src/main/experiments/picture-lanes';

/** What a lane holds, as a person would write it down. */
function told(lanes: PictureLanes, nowNs: number): readonly (readonly [name: string, begin: number, end: number])[] {
  const picture = lanes.take(nowNs);
  const [lane] = picture?.lanes ?? [];
  if (picture === null || lane === undefined) return [];
  return [...lane.begin].map((begin, slice) => [
    picture.texts[lane.nameText[slice] ?? 0] ?? '',
    begin,
    lane.end[slice] ?? 0,
  ]);
}

describe('lanes that grow', () => {
  it('show what is under way up to now, and keep what is over', () => {
    const lanes = new PictureLanes();
    const lane = lanes.lane('producer 1');
    lanes.slice(lane, 'produce', 10, null);
    expect(told(lanes, 15)).toEqual([['produce', 10, 15]]);
    lanes.close(lane, 20);
    lanes.slice(lane, 'put', 20, null);
    expect(told(lanes, 30)).toEqual([
      ['produce', 10, 20],
      ['put', 20, 30],
    ]);
    // Over already: another end does not move it.
    lanes.closeAll(40);
    lanes.close(lane, 50);
    expect(told(lanes, 60).at(-1)).toEqual(['put', 20, 40]);
  });

  it('make no picture where nothing has changed and nothing is under way', () => {
    const lanes = new PictureLanes();
    const lane = lanes.lane('main');
    expect(lanes.take(1)).not.toBeNull();
    expect(lanes.take(2)).toBeNull();
    lanes.slice(lane, 'join', 3, null);
    expect(lanes.take(4)).not.toBeNull();
    expect(lanes.take(5)).not.toBeNull();
    lanes.close(lane, 6);
    expect(lanes.take(7)).not.toBeNull();
    expect(lanes.take(8)).toBeNull();
  });

  it('name their process once it is there', () => {
    const lanes = new PictureLanes();
    const lane = lanes.lane('consumer 1');
    expect(lanes.take(1)?.lanes[0]).toMatchObject({ name: 'consumer 1', process: 'starting', pid: '' });
    lanes.hasPid(lane, 4711);
    expect(lanes.take(2)?.lanes[0]).toMatchObject({ name: 'consumer 1', process: 'PID 4711', pid: '4711' });
  });

  it('keep rows apart, each in order of time, with arguments and lines of code where there are any', () => {
    const row = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(row, row, (outer, inner) => {
        const lanes = new PictureLanes();
        const lane = lanes.lane('one');
        const at = (steps: readonly number[], index: number): number =>
          steps.slice(0, index).reduce((sum, step) => sum + step, 0);
        for (let index = 0; index < Math.max(outer.length, inner.length); index++) {
          for (const [number, steps] of [outer, inner].entries()) {
            if (index >= steps.length) continue;
            const details = { row: number, args: { index }, code: number === 0 ? 'put' : '' };
            lanes.slice(lane, `row ${number}`, at(steps, index), at(steps, index + 1), details);
          }
        }
        const picture = lanes.take(100);
        const made = picture?.lanes[0];
        expect([...(made?.rows ?? [])]).toEqual(
          inner.length === 0 ? [0, outer.length] : [0, outer.length, outer.length + inner.length],
        );
        expect([...(made?.begin ?? [])]).toEqual([outer, inner].flatMap((steps) => steps.map((_, i) => at(steps, i))));
        for (let slice = 0; slice < outer.length; slice++) {
          expect(picture?.texts[made?.category[slice] ?? 0]).toBe('put');
          expect(picture?.texts[(made?.args[slice] ?? 0) - 1]).toBe(`{"index":${slice}}`);
        }
      }),
    );
  });

  it('say how many slices are left out, rather than send ever more', () => {
    const lanes = new PictureLanes();
    const lane = lanes.lane('busy');
    for (let slice = 0; slice < MOST_SLICES + 3; slice++) {
      lanes.slice(lane, 'put', slice, null);
      lanes.close(lane, slice + 1);
    }
    const picture = lanes.take(0);
    expect(picture?.lanes[0]?.begin).toHaveLength(MOST_SLICES);
    expect(picture?.lanes[0]?.end.at(-1)).toBe(MOST_SLICES);
    expect(picture?.notices).toEqual(['3 slices are not shown: 40,000 of an experiment are.']);
  });
});
