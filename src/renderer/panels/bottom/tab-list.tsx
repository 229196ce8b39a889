/** The tabs of the panels. Where they do not fit they scroll sideways, and the edge says that there are more. */
import { Tabs } from 'radix-ui';
import { type FocusEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

export function TabList({ children }: { readonly children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState<'left' | 'right' | 'both' | 'none'>('none');

  const look = useCallback(() => {
    if (list.current !== null) setMore(moreOf(list.current));
  }, []);
  useEffect(() => {
    if (list.current === null) return;
    const observer = new ResizeObserver(look);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [look]);
  // Tabs come and go with the run.
  useEffect(look);

  return (
    <Tabs.List
      ref={list}
      className="bottom-tabs"
      aria-label="Panels of the run"
      data-more={more}
      onScroll={look}
      onFocus={(event: FocusEvent) => event.target.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
      onWheel={(event) => {
        if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY;
      }}
    >
      {children}
    </Tabs.List>
  );
}

function moreOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): 'left' | 'right' | 'both' | 'none' {
  const left = scrollLeft > 1;
  const right = scrollLeft + clientWidth < scrollWidth - 1;
  if (left) return right ? 'both' : 'left';
  return right ? 'right' : 'none';
}
