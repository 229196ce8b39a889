/** The price tree: each property with its bytes, time, and share of the whole. Arrow keys move, open and close. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type CSSProperties, useRef, useState } from 'react';
import { formatBytes, formatMicros, formatPercent, NO_VALUE, THIN_SPACE } from '../../shared/format';
import type { PriceNode } from '../../shared/price';
import { openAtFirst, type PriceRow, priceName, priceRows, priceType, stepInTree } from '../derive/price-rows';

interface PriceTreeProps {
  readonly root: PriceNode;
  /** What the root is called. */
  readonly whole: string;
}

export function PriceTree({ root, whole }: PriceTreeProps) {
  const [open, setOpen] = useState(() => openAtFirst(root));
  const [reached, setReached] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const rows = priceRows(root, open);
  const stop = rows.some(({ path }) => path === reached) ? reached : rows[0]?.path;

  const toggle = (path: string): void => {
    const next = new Set(open);
    if (!next.delete(path)) next.add(path);
    setOpen(next);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepInTree(rows, stop ?? '', event.key);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.toggle !== undefined) toggle(step.toggle);
    if (step.focus === undefined) return;
    setReached(step.focus);
    const to = rows.findIndex(({ path }) => path === step.focus);
    box.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[to]?.focus();
  };

  return (
    <div className="price-tree">
      <div className="price-columns" aria-hidden="true">
        <span className="price-part">Part</span>
        <span>Size</span>
        <span>dumps</span>
      </div>
      <div ref={box} role="tree" aria-label={`What the ${whole} is made of`} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <PriceItem
            key={row.path}
            row={row}
            whole={whole}
            total={root.bytes ?? 0}
            isStop={row.path === stop}
            onFocus={() => setReached(row.path)}
            onToggle={() => toggle(row.path)}
          />
        ))}
      </div>
    </div>
  );
}

interface PriceItemProps {
  readonly row: PriceRow;
  readonly whole: string;
  /** Bytes of the whole. */
  readonly total: number;
  readonly isStop: boolean;
  onFocus(): void;
  onToggle(): void;
}

function PriceItem({ row, whole, total, isStop, onFocus, onToggle }: PriceItemProps) {
  const { node, level, position, siblings, open } = row;
  const share = node.bytes === null || total === 0 ? null : node.bytes / total;
  const name = priceName(node, whole);
  const type = priceType(node);
  const Chevron = open === true ? ChevronDown : ChevronRight;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of all its items
    <div
      role="treeitem"
      className="price-item"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isStop}
      {...(open === null ? {} : { 'aria-expanded': open })}
      tabIndex={isStop ? 0 : -1}
      style={{ '--level': level - 1 } as CSSProperties}
      onFocus={onFocus}
      onClick={onToggle}
    >
      <span className="price-name" title={`${name} · ${type}`}>
        {open !== null && <Chevron size={12} aria-hidden />}
        {node.trouble !== null && (
          <span className="price-cross" aria-hidden="true">
            ✕
          </span>
        )}
        <span className="price-key">{name}</span>
      </span>
      <span className="price-type">{type}</span>
      <span className="price-figure">{node.bytes === null ? NO_VALUE : formatBytes(node.bytes)}</span>
      <span className="price-figure">{priceTime(node.ns)}</span>
      {share !== null && (
        <span className="price-bar">
          <span style={{ width: `${share * 100}%` }} />
          <span className="visually-hidden">{formatPercent(share)}</span>
        </span>
      )}
      {node.trouble !== null && (
        <span className="price-trouble">
          <span className="visually-hidden">Cannot be pickled: </span>
          {node.trouble}
        </span>
      )}
    </div>
  );
}

/** Below a tenth of a µs the clock tells nothing. */
function priceTime(ns: number | null): string {
  if (ns === null) return NO_VALUE;
  return ns < 100 ? `<${THIN_SPACE}0.1${THIN_SPACE}µs` : formatMicros(ns);
}
