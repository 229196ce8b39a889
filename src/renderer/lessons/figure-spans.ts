/** How many of the three places in a line of figures each one takes, so that nothing scrolls sideways. */
import type { LessonFigure } from './lesson';

/** Characters of a value that fit into one place, two, and three. The column is 256 px wide in presenter mode. */
const ROOM = [9, 20] as const;

/**
 * The same for all runs: a figure stands at its place in each of them, and is compared downwards.
 * @returns by the figure's label, in the order in which figures are shown
 */
export function figureSpans(
  runs: readonly { readonly figures: readonly LessonFigure[] }[],
): ReadonlyMap<string, number> {
  const spans = new Map<string, number>();
  for (const { label, text } of runs.flatMap(({ figures }) => figures)) {
    const longest = Math.max(...text.split('\n').map((line) => line.length));
    spans.set(label, Math.max(spans.get(label) ?? 1, 1 + ROOM.filter((room) => longest > room).length));
  }
  return spans;
}
