/** The processes as a tree is read: each is followed by its children and their children, in the order of their starts. */
import type { ProcessRecord } from './process-record';

export function treeOrder(records: readonly ProcessRecord[]): readonly ProcessRecord[] {
  const childrenOf = new Map<number | null, ProcessRecord[]>();
  for (const record of records) {
    const siblings = childrenOf.get(record.parent);
    if (siblings === undefined) childrenOf.set(record.parent, [record]);
    else siblings.push(record);
  }
  const ordered: ProcessRecord[] = [];
  const visit = (parent: number | null): void => {
    for (const record of childrenOf.get(parent) ?? []) {
      ordered.push(record);
      visit(record.index);
    }
  };
  visit(null);
  return ordered;
}
