/**
 * How frames are encoded: by software, at one quality, so that the same frames give the same video. VP9 for WebM, H.264
 * for MP4, because every player knows it; where the runtime has no encoder for it, VP9 or AV1 stand in.
 */
import { canEncodeVideo, Quality, type VideoCodec, type VideoEncodingConfig } from 'mediabunny';

const CODECS = { webm: ['vp9', 'vp8', 'av1'], mp4: ['avc', 'vp9', 'av1'] } as const satisfies Record<
  string,
  readonly VideoCodec[]
>;

/** Seconds between frames that stand on their own: players jump to those. */
const KEY_FRAMES = 5;
/** Of 0 to 63: lines and letters stay sharp. */
const QUANTIZER = 18;
/** Bits of a pixel and frame, where the encoder knows no quantizer. Flat colours need few. */
const BITS_PER_PIXEL = 0.25;

export interface ChosenEncoding {
  readonly config: VideoEncodingConfig;
  /** One sentence where the file is not what one expects of its kind; null: it is. */
  readonly note: string | null;
}

const NAMES = { vp9: 'VP9', av1: 'AV1', vp8: 'VP8', avc: 'H.264' } as const;

/** @throws Error in one sentence where the runtime can encode none of them */
export async function chooseEncoding(
  container: keyof typeof CODECS,
  { width, height }: { readonly width: number; readonly height: number },
  fps: number,
): Promise<ChosenEncoding> {
  const bitrate = Math.round(Math.max(500_000, width * height * fps * BITS_PER_PIXEL));
  for (const codec of CODECS[container]) {
    const quality = new Quality({ bitrate, ...(codec === 'vp9' || codec === 'av1' ? { quantizer: QUANTIZER } : {}) });
    const options = { quality, hardwareAcceleration: 'prefer-software', latencyMode: 'quality' } as const;
    if (!(await canEncodeVideo(codec, { ...options, width, height }))) continue;
    const note =
      container === 'mp4' && codec !== 'avc'
        ? `This computer cannot encode H.264, so the MP4 holds ${NAMES[codec]}, which not every player shows.`
        : null;
    return { config: { codec, ...options, contentHint: 'text', keyFrameInterval: KEY_FRAMES }, note };
  }
  throw new Error(
    `This computer cannot encode video of ${width} × ${height} pixels as ${container}; a GIF can be made.`,
  );
}
