/** Which rows of a long table to render: those in sight and a few around, with spacers that stand for the rest. */
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

export const ROW_PX = 28;

export interface RowWindow {
  readonly indexes: readonly number[];
  readonly abovePx: number;
  readonly belowPx: number;
  /** Brings a row into sight, moving as little as possible. */
  reveal(index: number): void;
}

/**
 * @param scroller the element that scrolls; its first child is the table, whose head sticks to the top
 * @param headPx height of that head
 * @param rowPx height of every row
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  headPx: number,
  rowPx = ROW_PX,
): RowWindow {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    // The head is in the flow above the first row, and covers what is scrolled under it.
    paddingStart: headPx,
    scrollPaddingStart: headPx,
    // A size for the first rendering, before the element has been measured.
    initialRect: { width: 800, height: 400 },
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  return {
    indexes: items.map((item) => item.index),
    abovePx: first * rowPx,
    belowPx: (count - 1 - last) * rowPx,
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
