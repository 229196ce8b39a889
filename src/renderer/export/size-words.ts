/** How large a picture and how long a video will be, as far as that is known before it is drawn. */
import type { Chapter } from '../../shared/annotations';
import { formatCount } from '../../shared/format';
import { type PictureOptions, sizeTrouble } from '../../shared/picture-options';
import { planFrames } from '../../shared/video/frame-plan';
import { speedInWords, videoTrouble } from '../../shared/video/video-limits';
import { isVideo, planRequest, withVideoSize } from '../../shared/video/video-options';

export interface RunWords {
  readonly originNs: number;
  readonly endNs: number;
  readonly chapters: readonly Chapter[];
}

export interface SizeWords {
  readonly text: string;
  /** Whether it says that it cannot be. */
  readonly trouble: boolean;
}

export function sizeWords(options: PictureOptions, run: RunWords): SizeWords {
  const { width, height, scale, format } = options;
  if (isVideo(format)) return videoWords(format, options, run);
  const factor = format === 'svg' ? 1 : scale;
  if (height === null) return fine(`${formatCount(Math.round(width * factor))} pixels wide, as high as the lanes need`);
  const trouble = sizeTrouble(width * factor, height * factor);
  return trouble === null ? fine(pixels(width * factor, height * factor)) : { text: trouble, trouble: true };
}

function videoWords(format: 'webm' | 'mp4' | 'gif', options: PictureOptions, run: RunWords): SizeWords {
  const { width, height } = withVideoSize(options);
  const size = { width: Math.round(width * options.scale), height: Math.round(height * options.scale) };
  const plan = planFrames(planRequest(options, run, run.chapters));
  const trouble = videoTrouble(format, plan, size);
  if (trouble !== null) return { text: trouble, trouble: true };
  const length = `${Number(plan.seconds.toFixed(1))}\u2009s, ${formatCount(plan.frames)} frames`;
  return fine(`${pixels(size.width, size.height)}, ${length}, ${speedInWords(plan.speed)}`);
}

const fine = (text: string): SizeWords => ({ text, trouble: false });
const pixels = (width: number, height: number): string =>
  `${formatCount(Math.round(width))} × ${formatCount(Math.round(height))} pixels`;
