/** A frame of a made-up run, as CanvasView puts one together. */
import { runExtent } from '../../../../src/renderer/derive/run-extent';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import type { Facts } from '../../../../src/renderer/store/facts';
import { fitViewport, noView, type View } from '../../../../src/renderer/store/view';
import { LaneLook } from '../../../../src/renderer/timeline/lane-look';
import { PixelStrip } from '../../../../src/renderer/timeline/pixel-strip';
import { TimeScale, timeTicks } from '../../../../src/renderer/timeline/time-scale';
import { type Frame, GUTTER } from '../../../../src/renderer/timeline/track';
import { RecordingContext, RecordingSurface, testTheme } from './recording-context';

export interface TestFrame {
  readonly frame: Frame;
  readonly recorder: RecordingContext;
  readonly surface: RecordingSurface;
}

/** @param plotPx width of the plot in pixels */
export function makeFrame(
  facts: Facts,
  view: Partial<View> = {},
  plotPx = 800,
  asOfNs = Number.POSITIVE_INFINITY,
): TestFrame {
  const surface = new RecordingSurface();
  const extent = runExtent(facts);
  const whole: View = { ...noView(), viewport: fitViewport(extent), ...view };
  const scale = new TimeScale(whole.viewport, GUTTER, plotPx);
  return {
    recorder: new RecordingContext(),
    surface,
    frame: {
      facts,
      index: runIndexOf(facts),
      view: whole,
      theme: testTheme,
      scale,
      // No grid lines: they would part every run of pixels.
      ticks: { ...timeTicks(scale, extent.originNs), at: [] },
      originNs: extent.originNs,
      nowNs: Math.min(facts.now, asOfNs),
      asOfNs,
      dpr: 1,
      look: new LaneLook(testTheme),
      sliceMatches: null,
      strip: new PixelStrip(surface),
    },
  };
}
