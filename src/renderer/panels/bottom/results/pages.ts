/** Which positions of a list to fetch so that those in sight are there: whole pages, so that scrolling asks rarely. */

export const PAGE = 50;

/** @returns the first position, and the one after the last, of the pages that hold positions `first` to `last` */
export function pagesAround(
  first: number,
  last: number,
  length: number,
): { readonly from: number; readonly to: number } {
  if (length === 0 || last < first) return { from: 0, to: 0 };
  return {
    from: Math.floor(Math.max(0, first) / PAGE) * PAGE,
    to: Math.min(length, (Math.floor(Math.max(0, last) / PAGE) + 1) * PAGE),
  };
}
