/** Which options a format has a use for. One that would change nothing is refused: whoever gave it expects that it does. */
import { DRAWN_FORMATS, type DrawnFormat, VIDEO_FORMATS } from '../../shared/picture-options';
import type { ExportFlags, ExportFormat } from './export-formats';

type Option = Exclude<keyof ExportFlags, 'format' | 'out'>;

const STILL = ['png', 'svg'] as const;

const USED_BY: Readonly<Record<Option, readonly DrawnFormat[]>> = {
  width: DRAWN_FORMATS,
  height: DRAWN_FORMATS,
  // A picture of shapes is as fine as whoever looks at it wants it.
  scale: DRAWN_FORMATS.filter((format) => format !== 'svg'),
  theme: DRAWN_FORMATS,
  from: DRAWN_FORMATS,
  to: DRAWN_FORMATS,
  at: STILL,
  groupBy: DRAWN_FORMATS,
  colourBy: DRAWN_FORMATS,
  seconds: VIDEO_FORMATS,
  speed: VIDEO_FORMATS,
  fps: VIDEO_FORMATS,
  titleCard: VIDEO_FORMATS,
  captions: DRAWN_FORMATS,
  title: DRAWN_FORMATS,
  legend: DRAWN_FORMATS,
};

const OPTIONS = Object.keys(USED_BY) as Option[];
/** On unless they are turned off: `--no-title`. */
const TURNED_OFF: readonly Option[] = ['captions', 'title', 'legend'];

/** What is wrong with giving these options together, in one sentence; null: nothing. */
export function misusedFlag(format: ExportFormat, flags: ExportFlags): string | null {
  for (const option of OPTIONS.filter((each) => isGiven(each, flags))) {
    const formats = USED_BY[option];
    if (formats.some((each) => each === format)) continue;
    return `--${nameOf(option)}: only ${formats.join(', ')} have a use for it, and the format is ${format}`;
  }
  if (flags.seconds !== undefined && flags.speed !== undefined)
    return '--speed: expected either a speed or --seconds, one follows from the other';
  return null;
}

function isGiven(option: Option, flags: ExportFlags): boolean {
  return TURNED_OFF.includes(option) ? flags[option] === false : flags[option] !== undefined;
}

function nameOf(option: Option): string {
  const name = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return TURNED_OFF.includes(option) ? `no-${name}` : name;
}
