/** Where a key leads in a list. */

/**
 * @param current -1: nothing is selected yet
 * @param page rows in sight
 * @returns null for a key that leads nowhere
 */
export function nextIndex(key: string, current: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const to = (index: number): number => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return to(current + 1);
    case 'ArrowUp':
      return to(current - 1);
    case 'PageDown':
      return to(current + page);
    case 'PageUp':
      return to(current - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Enter':
      return to(current);
    default:
      return null;
  }
}
