/** What a screen reader says of the minimap: from when to when of how much is in view. */
import { formatDuration } from '../../../shared/format';
import type { Extent } from '../../derive/run-extent';
import type { Viewport } from '../../store/view';

export type SliderValues = Readonly<
  Record<'aria-valuemin' | 'aria-valuemax' | 'aria-valuenow' | 'aria-valuetext', string>
>;

export function sliderValues({ startNs, endNs }: Viewport, extent: Extent): SliderValues {
  const length = extent.endNs - extent.originNs;
  const within = (ns: number): number => Math.min(Math.max(0, ns - extent.originNs), length);
  const [from, to] = [within(startNs), within(endNs)];
  const ms = (ns: number): string => String(Math.round(ns / 1e3) / 1e3);
  return {
    'aria-valuemin': '0',
    'aria-valuemax': ms(length),
    'aria-valuenow': ms((from + to) / 2),
    'aria-valuetext': `${formatDuration(from)} to ${formatDuration(to)} of ${formatDuration(length)}`,
  };
}
