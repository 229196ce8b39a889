/** A lane that is being moved: its label stands out, and a line shows where it would go. */
import type { LaneSettings } from '../store/lane-settings';
import type { LaneStack } from './lane-stack';
import type { Layout } from './layout';
import { type Context2D, type Frame, GUTTER } from './track';

export function drawLaneDrag(
  ctx: Context2D,
  frame: Frame,
  layout: Layout,
  stack: LaneStack,
  drag: LaneSettings['drag'],
): void {
  const from = drag === null ? -1 : stack.positionOf(drag.key);
  if (drag === null || from === -1) return;
  const { lanesTop, lanesBottom, scrolled } = layout;
  ctx.fillStyle = frame.theme.colors.accent;
  const own = layout.lanes.find(({ track }) => track.key === drag.key);
  if (own !== undefined) ctx.fillRect(0, Math.max(own.top, lanesTop), 4, own.track.height - 1);
  if (drag.to === from) return;
  const edge = lanesTop - scrolled + stack.topOf(drag.to < from ? drag.to : drag.to + 1);
  const y = Math.min(Math.max(edge, lanesTop + 1), lanesBottom - 1);
  ctx.fillRect(0, y - 1, GUTTER, 2);
  ctx.fillRect(GUTTER, y - 0.5, frame.scale.width, 1);
}
