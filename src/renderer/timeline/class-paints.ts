/** Colours and textures of classes of tasks: what theme.ts paints with, and the same as swatches for the legend. */
import type { LanePreferences } from '../../shared/settings';
import { contrast, mix, type Paint, type Rgb, solidPaint, texturePaint } from './paint';
import type { SwatchStyle } from './phase-swatches';
import type { TextureName } from './textures';

/** What the colours of tasks tell, other than their phases. */
export type Classed = Exclude<LanePreferences['colourBy'], 'phase'>;

/** Names of CSS custom properties. */
export const CLASS_COLORS = {
  tone1: '--tone-1',
  tone2: '--tone-2',
  tone3: '--tone-3',
  tone4: '--tone-4',
  tone5: '--tone-5',
  tone6: '--tone-6',
  duration1: '--duration-1',
  duration2: '--duration-2',
  duration3: '--duration-3',
  duration4: '--duration-4',
  duration5: '--duration-5',
  duration6: '--duration-6',
  payload1: '--payload-1',
  payload2: '--payload-2',
  payload3: '--payload-3',
  payload4: '--payload-4',
  payload5: '--payload-5',
  payload6: '--payload-6',
  completed: '--outcome-completed',
  retried: '--outcome-retried',
  failed: '--phase-error',
  cancelled: '--outcome-cancelled',
} as const;
type ClassColor = keyof typeof CLASS_COLORS;

interface ClassLook {
  readonly color: ClassColor;
  readonly texture: TextureName;
}

const solid = (color: ClassColor): ClassLook => ({ color, texture: 'solid' });

/** By class. A run of one sort of value has fewer classes than there are colours: see `spread`. */
const LOOKS: Readonly<Record<Classed, readonly ClassLook[]>> = {
  chunk: [solid('tone1'), solid('tone2'), solid('tone3'), solid('tone4'), solid('tone5'), solid('tone6')],
  duration: [
    solid('duration1'),
    solid('duration2'),
    solid('duration3'),
    solid('duration4'),
    solid('duration5'),
    solid('duration6'),
  ],
  payload: [
    solid('payload1'),
    solid('payload2'),
    solid('payload3'),
    solid('payload4'),
    solid('payload5'),
    solid('payload6'),
  ],
  outcome: [
    solid('completed'),
    { color: 'retried', texture: 'rising' },
    solid('failed'),
    { color: 'failed', texture: 'crossed' },
    { color: 'cancelled', texture: 'level' },
  ],
};

export interface ClassPaint {
  readonly paint: Paint;
  /** CSS colour of what is written on it. */
  readonly ink: string;
}
export type ClassPaints = Readonly<Record<Classed, readonly ClassPaint[]>>;

export interface PaintMaker {
  rgb(color: ClassColor): Rgb;
  readonly ground: Rgb;
  readonly ink: Rgb;
  readonly dpr: number;
}

export function classPaints({ rgb, ground, ink, dpr }: PaintMaker): ClassPaints {
  const paintOf = ({ color, texture }: ClassLook): ClassPaint => {
    const base = rgb(color);
    const paint = texture === 'solid' ? solidPaint(base) : texturePaint(base, mix(base, ground, 0.6), texture, dpr);
    const written = contrast(base, ground) >= contrast(base, ink) ? ground : ink;
    return { paint, ink: `rgb(${written.join(' ')})` };
  };
  return {
    chunk: LOOKS.chunk.map(paintOf),
    duration: LOOKS.duration.map(paintOf),
    payload: LOOKS.payload.map(paintOf),
    outcome: LOOKS.outcome.map(paintOf),
  };
}

export function classSwatches(by: Classed): readonly SwatchStyle[] {
  return LOOKS[by].map(({ color, texture }) => ({ color: CLASS_COLORS[color], texture }));
}

/** `count` of some steps, as far apart as they go: the first and the last are always among them. */
export function spread<Step>(steps: readonly Step[], count: number): readonly Step[] {
  if (count >= steps.length) return steps;
  const at = (index: number): number =>
    count === 1 ? Math.floor(steps.length / 2) : Math.round((index * (steps.length - 1)) / (count - 1));
  return Array.from({ length: count }, (_, index) => steps[at(index)]).filter((step) => step !== undefined);
}
