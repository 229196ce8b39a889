/** What the dialog asks main for: its form, and what the window shows. */
import { issuesByPath } from '../../shared/explain-issues';
import { type PictureOptions, pictureOptionsSchema, type Seen } from '../../shared/picture-options';
import type { LanePreferences } from '../../shared/settings';
import { isFilmed } from './export-formats';
import { chosenSize, numberOf, type PictureSize } from './export-sizes';
import type { ExportForm } from './export-store';

/** What the window shows. Moments in ns since the clock base. */
export interface Shown {
  readonly seen: Seen;
  readonly viewport: { readonly startNs: number; readonly endNs: number };
  readonly range: { readonly startNs: number; readonly endNs: number } | null;
  /** Zero of the axis. */
  readonly originNs: number;
  /** The moment that a replay has come to; null: the whole run is shown. */
  readonly atNs: number | null;
  readonly lanes: LanePreferences;
  /** Size of a picture whose timeline is as large as that of the window. */
  readonly size: PictureSize;
}

export type Checked =
  | { readonly options: PictureOptions }
  /** A sentence by the name of the field that is wrong. */
  | { readonly errors: Readonly<Record<string, string>> };

export function checkForm(form: ExportForm, shown: Shown): Checked {
  const { format, extent, scale, theme, title, legend, captions, fps, speed, seconds, titleCard } = form;
  const { originNs } = shown;
  const stretch = extent === 'seen' ? shown.viewport : extent === 'range' ? shown.range : null;
  const wishes = {
    format,
    ...chosenSize(form, shown.size),
    scale: numberOf(scale),
    theme,
    title,
    legend,
    captions,
    fps: orNull(fps),
    speed: orNull(speed),
    seconds: numberOf(seconds),
    titleCard,
    atNs: extent === 'seen' && shown.atNs !== null && !isFilmed(format) ? shown.atNs - originNs : null,
    startNs: stretch === null ? null : stretch.startNs - originNs,
    endNs: stretch === null ? null : stretch.endNs - originNs,
    groupBy: shown.lanes.groupBy,
    colourBy: shown.lanes.colourBy,
    laneSize: shown.lanes.laneSize,
    seen: extent === 'seen' ? shown.seen : null,
  };
  const parsed = pictureOptionsSchema.safeParse(wishes);
  return parsed.success ? { options: parsed.data } : { errors: issuesByPath(parsed.error, wishes) };
}

const orNull = (text: string): number | string | null => (text.trim() === '' ? null : numberOf(text));
