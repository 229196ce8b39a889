/** The price tree as the rows that are in sight, and how keys move among them. */
import { formatCount } from '../../shared/format';
import type { PriceNode } from '../../shared/price';

export interface PriceRow {
  readonly node: PriceNode;
  /** Tells a row from all others of its tree. */
  readonly path: string;
  /** Path of the row that it is below; empty for the whole. */
  readonly parent: string;
  /** 1 for the whole. */
  readonly level: number;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  /** null: there is nothing below it. */
  readonly open: boolean | null;
}

/** So far it is open at the beginning: the whole, its elements, and what those are made of. */
const OPEN_LEVELS = 3;
/** What has more below it is opened by whoever wants to see it. */
const OPEN_CHILDREN = 12;

export function priceRows(root: PriceNode, open: ReadonlySet<string>): PriceRow[] {
  const rows: PriceRow[] = [];
  const add = (node: PriceNode, parent: string, level: number, position: number, siblings: number): void => {
    const path = pathOf(parent, node);
    const isOpen = node.children.length === 0 ? null : open.has(path);
    rows.push({ node, path, parent, level, position, siblings, open: isOpen });
    if (isOpen !== true) return;
    for (const [index, child] of node.children.entries()) add(child, path, level + 1, index + 1, node.children.length);
  };
  add(root, '', 1, 1, 1);
  return rows;
}

/** Paths of what is open before anybody has opened or closed anything. */
export function openAtFirst(root: PriceNode): ReadonlySet<string> {
  const open = new Set<string>();
  const add = (node: PriceNode, parent: string, level: number): void => {
    const path = pathOf(parent, node);
    if (level === 1 || (level <= OPEN_LEVELS && node.children.length <= OPEN_CHILDREN)) open.add(path);
    for (const child of node.children) add(child, path, level + 1);
  };
  add(root, '', 1);
  return open;
}

const pathOf = (parent: string, { kind, key }: PriceNode): string => `${parent}/${kind}:${key}`;

export interface TreeStep {
  readonly focus?: string;
  readonly toggle?: string;
}

/** What a key does in a tree, as screen readers and file managers have it. @returns null: nothing */
export function stepInTree(rows: readonly PriceRow[], path: string, key: string): TreeStep | null {
  const at = Math.max(
    0,
    rows.findIndex((row) => row.path === path),
  );
  const row = rows[at];
  if (row === undefined) return null;
  const to = (index: number): TreeStep | null => {
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    return next === undefined ? null : { focus: next.path };
  };
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.open === false) return { toggle: row.path };
      return row.open === true ? to(at + 1) : null;
    case 'ArrowLeft':
      if (row.open === true) return { toggle: row.path };
      return row.parent === '' ? null : { focus: row.parent };
    case 'Enter':
    case ' ':
      return row.open === null ? null : { toggle: row.path };
    default:
      return null;
  }
}

/** What a row is called. @param whole word for the root */
export function priceName({ kind, key, count }: PriceNode, whole: string): string {
  switch (kind) {
    case 'value':
      if (key === '') return whole;
      return /^\d+$/.test(key) ? `[${key}]` : key;
    case 'items':
      return `${formatCount(count)} ${count === 1 ? 'item' : 'items'}`;
    case 'keys':
      return `${formatCount(count)} ${count === 1 ? 'key' : 'keys'}`;
    case 'values':
      return `${formatCount(count)} ${count === 1 ? 'value' : 'values'}`;
    case 'rest':
      return `${formatCount(count)} more`;
  }
}

/** What a row holds: its type, how long it is, or the value itself. */
export function priceType({ type, kind, count, length, preview }: PriceNode): string {
  if (preview !== '') return `${type} ${preview}`;
  if (length !== null && count === 1 && kind === 'value') return `${type} of ${formatCount(length)}`;
  return kind === 'value' && count > 1 ? `${type} × ${formatCount(count)}` : type;
}
