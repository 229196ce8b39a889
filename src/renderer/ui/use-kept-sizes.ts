/** Keeps the sizes of a group of panels, each set under its name: what was left out for a while comes back as it was. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { GroupImperativeHandle, Layout } from 'react-resizable-panels';

interface KeptSizes {
  readonly group: RefObject<GroupImperativeHandle | null>;
  /** The set that the group begins with. */
  readonly first: string;
  /** The set that holds; null: one of the panels is left out, so sizes say nothing. */
  readonly name: string | null;
  /** Of an earlier start. */
  readonly saved: Readonly<Record<string, Layout>>;
}

export function useKeptSizes({ group, first, name, saved }: KeptSizes): void {
  const kept = useRef<Record<string, Layout>>({});
  const before = useRef<string | null>(first);
  useLayoutEffect(() => {
    if (before.current === name) return;
    const sizes = group.current?.getLayout();
    if (before.current !== null && sizes !== undefined) kept.current[before.current] = sizes;
    before.current = name;
    const back = name === null ? undefined : (kept.current[name] ?? saved[name]);
    if (back !== undefined) group.current?.setLayout(back);
  }, [group, name, saved]);
}
