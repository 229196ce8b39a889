/** What the colours of a picture mean, in one line below the timeline. */
import { formatBytes, formatDuration } from '../../shared/format';
import type { PictureOptions } from '../../shared/picture-options';
import { OUTCOME_CLASSES } from '../derive/classing';
import { runBounds } from '../derive/run-bounds';
import type { Facts } from '../store/facts';
import { boundLabels } from '../timeline/bound-labels';
import { spread } from '../timeline/class-paints';
import { COLOUR_WORDS } from '../timeline/lane-words';
import type { Paint } from '../timeline/paint';
import type { PixelStrip } from '../timeline/pixel-strip';
import type { Theme } from '../timeline/theme';
import { kindsOfLanes } from '../truth/lane-truth';
import { KIND_LETTERS, type TruthKind } from '../truth/method';
import type { StageContext } from './stage';

export const LEGEND_HEIGHT = 32;
const MARGIN = 16;
const SWATCH = { width: 16, height: 12 };
const GAP = 16;

export interface PictureLegend {
  /** What the colours tell; null: that needs no words. */
  readonly title: string | null;
  readonly entries: readonly { readonly label: string; paints(theme: Theme): readonly Paint[] }[];
  /** What the letters at the ends of lane labels stand for. */
  readonly kinds: readonly TruthKind[];
}

const one = (label: string, paint: keyof Theme['paints']) => ({
  label,
  paints: ({ paints }: Theme): readonly Paint[] => [paints[paint]],
});
const BOOT = one('boot', 'boot');
const PHASES = [
  one('run', 'run'),
  one('dumps', 'dumps'),
  one('loads', 'loads'),
  one('in flight', 'flight'),
  one('queue wait', 'queueWait'),
  one('order wait', 'orderWait'),
  BOOT,
  one('error', 'error'),
];

export function legendOf(facts: Facts, options: PictureOptions): PictureLegend {
  return { ...coloursOf(facts, options), kinds: kindsOfLanes(facts, options.groupBy) };
}

function coloursOf(facts: Facts, { colourBy, seen }: PictureOptions): Omit<PictureLegend, 'kinds'> {
  const filtered = seen !== null && seen.filter !== '' ? [one('does not match', 'dimmed')] : [];
  if (colourBy === 'phase') return { title: null, entries: [...PHASES, ...filtered] };
  const title = COLOUR_WORDS[colourBy];
  if (colourBy === 'chunk') {
    const all = { label: 'a chunk each, in turn', paints: ({ classes }: Theme) => classes.chunk.map(paintOf) };
    return { title, entries: [all, BOOT, ...filtered] };
  }
  const labels =
    colourBy === 'outcome'
      ? OUTCOME_CLASSES
      : boundLabels(runBounds(facts, colourBy), colourBy === 'duration' ? formatDuration : formatBytes);
  const entries = labels.map((label, index) => ({
    label,
    paints: ({ classes }: Theme) =>
      spread(classes[colourBy], labels.length)
        .slice(index, index + 1)
        .map(paintOf),
  }));
  return { title, entries: [...entries, ...(colourBy === 'outcome' ? [BOOT] : []), ...filtered] };
}

const paintOf = ({ paint }: { readonly paint: Paint }): Paint => paint;

export interface LegendPlace {
  readonly top: number;
  readonly width: number;
  readonly dpr: number;
}

/** @param strip of swatches */
export function drawLegend(
  ctx: StageContext,
  theme: Theme,
  { title, entries, kinds }: PictureLegend,
  strip: PixelStrip,
  { top, width, dpr }: LegendPlace,
): void {
  const { colors } = theme;
  const middle = top + LEGEND_HEIGHT / 2;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = `400 12px ${colors.fontSans}`;
  let x = MARGIN;
  if (title !== null) {
    ctx.fillStyle = colors.text;
    ctx.fillText(title, x, middle);
    x += ctx.measureText(title).width + GAP;
  }
  for (const { label, paints } of entries) {
    const swatches = paints(theme);
    const needed = swatches.length * SWATCH.width + 6 + ctx.measureText(label).width;
    if (x + needed > width - MARGIN) return;
    for (const paint of swatches) {
      drawSwatch(
        ctx,
        strip,
        paint,
        Math.round(x * dpr) / dpr,
        Math.round((middle - SWATCH.height / 2) * dpr) / dpr,
        dpr,
      );
      x += SWATCH.width;
    }
    ctx.fillStyle = colors.textMuted;
    ctx.fillText(label, x + 6, middle);
    x += needed - swatches.length * SWATCH.width + GAP;
  }
  for (const kind of kinds) {
    const text = `${KIND_LETTERS[kind]} ${kind}`;
    if (x + ctx.measureText(text).width > width - MARGIN) return;
    ctx.fillStyle = colors.textMuted;
    ctx.fillText(text, x, middle);
    x += ctx.measureText(text).width + GAP;
  }
}

function drawSwatch(ctx: StageContext, strip: PixelStrip, paint: Paint, x: number, y: number, dpr: number): void {
  strip.resize(Math.round(SWATCH.width * dpr), Math.round(SWATCH.height * dpr));
  strip.rect(0, strip.width, 0, strip.height, paint);
  strip.draw(ctx, x, y, dpr);
}
