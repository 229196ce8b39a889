/** Keeps the end of a growing list in sight, as a terminal does: until someone scrolls away from it. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const NEAR_PX = 8;

export function useFollowEnd(scroller: RefObject<HTMLElement | null>, count: number, follow: boolean): void {
  const atEnd = useRef(true);
  const before = useRef(count);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const scrolled = (): void => {
      atEnd.current = element.scrollTop + element.clientHeight >= element.scrollHeight - NEAR_PX;
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    // Fewer than before: another run.
    if (count < before.current) atEnd.current = true;
    if (follow && count > before.current && atEnd.current && element !== null) element.scrollTop = element.scrollHeight;
    before.current = count;
  }, [scroller, count, follow]);
}
