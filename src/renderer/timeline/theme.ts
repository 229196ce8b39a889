/** Colours and fonts of the canvas, read from the CSS custom properties whenever the theme changes. */
import { CLASS_COLORS, type ClassPaints, classPaints } from './class-paints';
import { mix, type Paint, type Rgb, solidPaint, texturePaint } from './paint';

const CSS_NAMES = {
  fontSans: '--font-sans',
  fontMono: '--font-mono',
  bg: '--bg',
  surface: '--surface',
  surfaceRaised: '--surface-raised',
  hairline: '--hairline',
  text: '--text',
  textMuted: '--text-muted',
  textFaint: '--text-faint',
  accent: '--accent',
  danger: '--danger',
  focus: '--focus',
  run: '--phase-run',
  dumps: '--phase-dumps',
  loads: '--phase-loads',
  flight: '--phase-flight',
  queueWait: '--phase-queue-wait',
  orderWait: '--phase-order-wait',
  boot: '--phase-boot',
  error: '--phase-error',
  queueFill: '--queue-fill',
  queueLine: '--queue-line',
  delivered: '--delivered',
  dimmed: '--dimmed',
  ...CLASS_COLORS,
} as const;
export type ThemeColors = Readonly<Record<keyof typeof CSS_NAMES, string>>;

/** What spans are painted with. */
export interface ThemePaints {
  readonly background: Paint;
  readonly grid: Paint;
  /** A worker that is alive and has nothing to do. */
  readonly alive: Paint;
  readonly exiting: Paint;
  readonly boot: Paint;
  readonly run: Paint;
  readonly dumps: Paint;
  readonly loads: Paint;
  readonly flight: Paint;
  readonly queueWait: Paint;
  readonly orderWait: Paint;
  readonly error: Paint;
  readonly lost: Paint;
  /** A task that does not match the filter. */
  readonly dimmed: Paint;
  /** A task of which the colour is not known yet. */
  readonly underWay: Paint;
  /** Of the run beside, where it lies over the one that is shown. */
  readonly besideLoads: Paint;
  readonly besideRun: Paint;
  readonly besideDumps: Paint;
  /** Messages and waiting, where colours tell of something else. */
  readonly quietFlight: Paint;
  readonly quietWait: Paint;
}

export interface Theme {
  readonly colors: ThemeColors;
  readonly paints: ThemePaints;
  /** Lines of the time axis through the tracks. */
  readonly grid: string;
  /** Laid over what does not count. */
  readonly veil: string;
  /** What tasks are painted with, by what their colours tell and class. */
  readonly classes: ClassPaints;
}

/** @param property value of a CSS custom property, as the browser has it now */
export function readColors(property: (name: string) => string): ThemeColors {
  const entries = Object.entries(CSS_NAMES).map(([key, name]) => [key, property(name).trim()]);
  return Object.fromEntries(entries) as ThemeColors;
}

/**
 * @param toRgb resolves any CSS colour, laid over the background
 * @param dpr device pixels per CSS pixel
 */
export function makeTheme(colors: ThemeColors, toRgb: (css: string) => Rgb, dpr: number): Theme {
  const rgb = (name: keyof ThemeColors): Rgb => toRgb(colors[name]);
  const ink = rgb('text');
  const ground = rgb('bg');
  const textured = (
    name: keyof ThemeColors,
    texture: Parameters<typeof texturePaint>[2],
    line: Rgb,
    strength: number,
  ) => texturePaint(rgb(name), mix(rgb(name), line, strength), texture, dpr);
  const grid = mix(ground, rgb('hairline'), 0.7);
  return {
    colors,
    grid: `rgb(${grid.join(' ')})`,
    veil: `rgb(${ground.join(' ')} / 60%)`,
    paints: {
      background: solidPaint(ground),
      grid: solidPaint(grid),
      alive: solidPaint(mix(ground, ink, 0.07)),
      exiting: texturePaint(mix(ground, ink, 0.07), mix(ground, ink, 0.25), 'dots', dpr),
      boot: textured('boot', 'dots', ground, 0.5),
      run: solidPaint(rgb('run')),
      dumps: solidPaint(rgb('dumps')),
      loads: solidPaint(rgb('loads')),
      flight: textured('flight', 'ticks', ink, 0.35),
      queueWait: textured('queueWait', 'rising', ground, 0.6),
      orderWait: textured('orderWait', 'level', ground, 0.6),
      error: solidPaint(rgb('error')),
      lost: textured('error', 'crossed', ground, 0.75),
      dimmed: solidPaint(rgb('dimmed')),
      besideLoads: textured('loads', 'falling', ground, 0.75),
      besideRun: textured('run', 'falling', ground, 0.75),
      besideDumps: textured('dumps', 'falling', ground, 0.75),
      underWay: texturePaint(mix(ground, ink, 0.28), mix(ground, ink, 0.4), 'rising', dpr),
      quietFlight: texturePaint(mix(ground, ink, 0.12), mix(ground, ink, 0.3), 'ticks', dpr),
      quietWait: texturePaint(mix(ground, ink, 0.12), mix(ground, ink, 0.04), 'rising', dpr),
    },
    classes: classPaints({ rgb, ground, ink, dpr }),
  };
}

/** Reads the theme of the page. */
export function readPageTheme(element: Element, dpr: number): Theme {
  const style = getComputedStyle(element);
  return themeFrom(
    element.ownerDocument,
    readColors((name) => style.getPropertyValue(name)),
    dpr,
  );
}

/** Any colour that CSS knows will do: a pixel tells what it comes to. */
export function themeFrom(document: Document, colors: ThemeColors, dpr: number): Theme {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const toRgb = (css: string): Rgb => {
    if (context === null) return [128, 128, 128];
    for (const color of [colors.bg, css]) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  return makeTheme(colors, toRgb, dpr);
}
