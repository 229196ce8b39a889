import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanRequest, planFrames, readingSeconds } from '../../../../src/shared/video/frame-plan';

const chapters = fc
  .array(
    fc.record({
      atNs: fc.integer({ min: -1e8, max: 2e9 }),
      title: fc.string({ maxLength: 80 }),
      caption: fc.string({ maxLength: 300 }),
      pause: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((list) => list.sort((a, b) => a.atNs - b.atNs));

const requests: fc.Arbitrary<PlanRequest> = fc.record({
  fromNs: fc.integer({ min: 0, max: 1e9 }),
  toNs: fc.integer({ min: 1e9, max: 2e9 }),
  pace: fc.oneof(
    fc.record({ kind: fc.constant('fit' as const), seconds: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant('speed' as const), factor: fc.double({ min: 0.05, max: 10, noNaN: true }) }),
  ),
  fps: fc.constantFrom(5, 15, 24, 25, 30, 60),
  chapters,
  titleCard: fc.boolean(),
});

const framesOf = (plan: ReturnType<typeof planFrames>) => Array.from({ length: plan.frames }, (_, k) => plan.at(k));

describe('the plan of a video', () => {
  it('begins at the begin of the range, ends at its end, and never goes back', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const frames = framesOf(planFrames(request));
        if (frames.length > 1) expect(frames[0]?.atNs).toBe(request.fromNs);
        expect(frames.at(-1)?.atNs).toBe(Math.max(request.toNs, request.fromNs + 1));
        for (const [index, { atNs }] of frames.entries()) {
          expect(atNs).toBeGreaterThanOrEqual(frames[index - 1]?.atNs ?? request.fromNs);
        }
      }),
    );
  });

  it('lasts as long as it was asked to, to a frame', () => {
    fc.assert(
      fc.property(requests, ({ pace: _, ...rest }) => {
        const plan = planFrames({ ...rest, pace: { kind: 'fit', seconds: 20 } });
        expect(plan.frames).toBe(Math.round(20 * rest.fps));
        expect(plan.seconds).toBeCloseTo(20, 1);
      }),
    );
  });

  it('moves evenly: between two frames that move passes the time of a frame at the speed that it tells', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planFrames(request);
        const frames = framesOf(plan);
        for (let k = 1; k < frames.length - 1; k++) {
          const [a, b] = [frames[k - 1], frames[k]];
          if (a?.kind !== 'moving' || b?.kind !== 'moving') continue;
          const holdBetween = request.chapters.some((one) => one.pause && one.atNs >= a.atNs && one.atNs <= b.atNs);
          const step = (plan.speed * 1e9) / plan.fps;
          if (!holdBetween) expect(Math.abs(b.atNs - a.atNs - step)).toBeLessThan(1e-6 * step + 1);
        }
      }),
    );
  });

  it('stands still at a chapter that pauses until its caption is read, and not at one that does not', () => {
    const caption = 'x'.repeat(40);
    const chapter = { title: 'Boot', caption, atNs: 5e8, pause: true };
    const request = { fromNs: 0, toNs: 1e9, pace: { kind: 'speed', factor: 0.1 }, fps: 30, titleCard: false } as const;
    const held = framesOf(planFrames({ ...request, chapters: [chapter] })).filter(({ atNs }) => atNs === 5e8);
    expect(Math.abs(held.length - readingSeconds(chapter) * 30)).toBeLessThanOrEqual(1);
    const going = framesOf(planFrames({ ...request, chapters: [{ ...chapter, pause: false }] }));
    expect(going.filter(({ atNs }) => atNs === 5e8).length).toBeLessThanOrEqual(1);
  });

  it('makes twenty seconds of a run of 300 ms, and tells by how much that is slower', () => {
    const plan = planFrames({
      fromNs: 0,
      toNs: 3e8,
      pace: { kind: 'fit', seconds: 20 },
      fps: 30,
      chapters: [],
      titleCard: false,
    });
    expect(plan.frames).toBe(600);
    expect(1 / plan.speed).toBeCloseTo(18.5 / 0.3);
  });

  it('is the same whenever it is made', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(framesOf(planFrames(request))).toEqual(framesOf(planFrames(request)));
      }),
      { numRuns: 20 },
    );
  });

  it('has a frame for a run without length', () => {
    const empty = { fromNs: 7, toNs: 7, pace: { kind: 'speed', factor: 1 }, fps: 30, chapters: [] } as const;
    const plan = planFrames({ ...empty, titleCard: false });
    expect(plan.frames).toBeGreaterThan(0);
    for (const { atNs } of framesOf(plan)) expect(Number.isFinite(atNs)).toBe(true);
  });
});
