/** The options of a picture as they stand on the command line. */
import { explainIssue } from '../../shared/explain-issues';
import { type PictureOptions, pictureOptionsSchema } from '../../shared/picture-options';
import type { ExportFlags } from './export-formats';

/** Names of options by what the schema calls them, where that is not the same. */
const NAMES: Readonly<Record<string, string>> = {
  startNs: 'from',
  endNs: 'to',
  groupBy: 'group-by',
  colourBy: 'colour-by',
  titleCard: 'title-card',
};

/** An option with a wrong value: one sentence. */
export class FlagError extends Error {
  override name = 'FlagError';
}

/** @throws FlagError */
export function pictureOptions(flags: ExportFlags): PictureOptions {
  const { format, width, height, scale, theme, from, to, speed, fps, captions, title, legend, groupBy, colourBy } =
    flags;
  const { at, seconds, titleCard } = flags;
  const given = {
    format,
    width: numberIn(width),
    height: numberIn(height),
    scale: numberIn(scale),
    theme,
    startNs: momentIn('from', from),
    endNs: momentIn('to', to),
    atNs: momentIn('at', at),
    speed: numberIn(speed),
    fps: numberIn(fps),
    seconds: numberIn(seconds),
    titleCard,
    captions,
    title,
    legend,
    groupBy,
    colourBy,
  };
  const parsed = pictureOptionsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const place = String(parsed.error.issues[0]?.path[0] ?? '');
  const sentence = explainIssue(parsed.error, given).replace(/^\w+: /, '');
  const wrong = place === 'endNs' && sentence.includes('begins') ? '--to: expected a later moment than --from' : null;
  throw new FlagError(wrong ?? `--${NAMES[place] ?? place}: ${sentence}`);
}

/** What is no number is left as it is: the schema says what was expected. */
function numberIn(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}

const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, '': 1e6 };

/** `120ms`, `1.5s`, `800us`; a plain number is milliseconds. @returns ns @throws FlagError */
function momentIn(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, amount = '', unit = ''] = /^\s*(-?\d+(?:\.\d+)?)\s*(ns|us|µs|ms|s|)\s*$/.exec(text) ?? [];
  if (amount === '')
    throw new FlagError(`--${name}: expected a moment such as 120ms or 1.5s, got ${JSON.stringify(text)}`);
  return Number(amount) * (UNITS[unit] ?? 1);
}
