/** What a video may come to: more would take hours, or make a file that nothing opens. */
import { formatCount } from '../format';
import type { VIDEO_FORMATS } from '../picture-options';
import type { FramePlan } from './frame-plan';

type VideoFormat = (typeof VIDEO_FORMATS)[number];

const MOST_FRAMES: Readonly<Record<VideoFormat, number>> = { webm: 20_000, mp4: 20_000, gif: 600 };
/** Delays of a GIF are hundredths of a second, and players slow down those below two. */
const MOST_GIF_FPS = 50;
/** Encoders take no more. In pixels. */
const MOST_SIDE = 4096;

/** Why there can be no such video, in one sentence; null: there can. @param size in pixels */
export function videoTrouble(
  format: VideoFormat,
  plan: FramePlan,
  size: { readonly width: number; readonly height: number },
): string | null {
  const most = MOST_FRAMES[format];
  if (plan.frames > most) {
    const last = format === 'gif' ? 'fewer frames a second, or WebM' : 'or fewer frames a second';
    return `The video would have ${formatCount(plan.frames)} frames, and ${formatCount(most)} are the most for ${format}; choose a shorter range, a higher speed, ${last}.`;
  }
  if (format === 'gif' && plan.fps > MOST_GIF_FPS) return `A GIF shows at most ${MOST_GIF_FPS} frames a second.`;
  if (size.width > MOST_SIDE || size.height > MOST_SIDE) {
    return `The video would be ${size.width} × ${size.height} pixels, and ${formatCount(MOST_SIDE)} a side are the most.`;
  }
  return null;
}

/** `real time`, `slowed down 67×`, `sped up 3×`. */
export function speedInWords(speed: number): string {
  const times = (factor: number): string => `${factor < 9.95 ? Number(factor.toPrecision(2)) : formatCount(factor)}×`;
  if (Math.abs(speed - 1) < 0.005) return 'real time';
  return speed < 1 ? `slowed down ${times(1 / speed)}` : `sped up ${times(speed)}`;
}
