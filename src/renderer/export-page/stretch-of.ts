/** The stretch of time that a picture or a video shows. One outside of the run would be an empty picture: it is refused. */
import { formatDuration } from '../../shared/format';
import type { PictureOptions } from '../../shared/picture-options';
import { nanos } from '../../shared/units';
import type { Extent } from '../derive/run-extent';
import { fitViewport, type Viewport } from '../store/view';

type Asked = Pick<PictureOptions, 'startNs' | 'endNs' | 'atNs' | 'seen'>;

/** @throws Error in one sentence */
export function stretchOf(extent: Extent, asked: Asked): Viewport {
  const { startNs, endNs } = asked;
  const trouble = outside(extent, asked);
  if (trouble !== null) throw new Error(trouble);
  if (startNs === null && endNs === null) return fitViewport(extent);
  const start = startNs === null ? extent.originNs : extent.originNs + startNs;
  const end = endNs === null ? Math.max(extent.endNs, start + 1) : extent.originNs + endNs;
  return { startNs: nanos(start), endNs: nanos(end) };
}

/** What a window shows is drawn as it is, whatever that is. */
function outside({ originNs, endNs }: Extent, asked: Asked): string | null {
  if (asked.seen !== null) return null;
  const length = endNs - originNs;
  if (asked.startNs !== null && asked.startNs > length)
    return `There is nothing to draw from ${formatDuration(asked.startNs)} on: the run is over after ${formatDuration(length)}.`;
  if (asked.endNs !== null && asked.endNs < 0)
    return `There is nothing to draw up to ${formatDuration(asked.endNs)}: the run begins at 0.`;
  if (asked.atNs !== null && asked.atNs < 0)
    return `There is nothing to draw as of ${formatDuration(asked.atNs)}: the run begins at 0.`;
  return null;
}
