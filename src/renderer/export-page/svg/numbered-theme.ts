/**
 * A theme whose paints are numbers instead of colours. A strip that is filled with it holds, pixel by pixel, which paint
 * is meant: what was a texture is known as that, and can be one in the file.
 */
import type { Paint } from '../../timeline/paint';
import type { Theme } from '../../timeline/theme';

export interface NumberedTheme {
  readonly theme: Theme;
  /** By number. */
  readonly paints: readonly Paint[];
}

/** @param theme made for one device pixel a CSS pixel */
export function numberedTheme(theme: Theme): NumberedTheme {
  const paints: Paint[] = [];
  const numbers = new Map<Paint, Paint>();
  const numbered = (paint: Paint): Paint => {
    let known = numbers.get(paint);
    if (known === undefined) {
      known = { tile: Uint32Array.of(paints.length), size: 1 };
      numbers.set(paint, known);
      paints.push(paint);
    }
    return known;
  };
  const entries = Object.entries(theme.paints).map(([name, paint]) => [name, numbered(paint)] as const);
  const classes = Object.entries(theme.classes).map(
    ([name, looks]) => [name, looks.map((look) => ({ ...look, paint: numbered(look.paint) }))] as const,
  );
  return {
    theme: {
      ...theme,
      paints: Object.fromEntries(entries) as unknown as Theme['paints'],
      classes: Object.fromEntries(classes) as unknown as Theme['classes'],
    },
    paints,
  };
}
