/**
 * A long table whose rows can be selected, by click and by keyboard; only rows in sight are rendered. The table itself
 * has the focus and names the active row, which may have been rendered a moment ago.
 */
import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useFollowEnd } from './follow-end';
import { nextIndex } from './next-index';
import { ROW_PX, useRowWindow } from './row-window';
import { type Column, headPx, type Sorting, Spacer, TableHead } from './table-parts';

export interface SelectGridProps {
  readonly label: string;
  readonly testId: string;
  readonly columns: readonly Column[];
  readonly count: number;
  /** The row that is selected; null: none of these. */
  readonly selected: number | null;
  onSelect(index: number): void;
  /** Cells of a row: one td for each column. */
  renderCells(index: number): ReactNode;
  /** Told which rows are rendered. */
  onWindow?(first: number, last: number): void;
  /** For a table with a layout of its own. */
  readonly className?: string;
  readonly sorting?: Sorting | null;
  /** Left out: it cannot be sorted. */
  onSort?(column: string): void;
  /** Stay at the end while rows are added, as long as the end is in sight. */
  readonly followEnd?: boolean;
}

export function SelectGrid(props: SelectGridProps) {
  const { label, columns, count, selected, onSelect, onWindow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const window = useRowWindow(scroller, count, headPx(columns));
  const first = window.indexes[0] ?? 0;
  const last = window.indexes.at(-1) ?? -1;
  useFollowEnd(scroller, count, props.followEnd ?? false);

  useEffect(() => onWindow?.(first, last), [onWindow, first, last]);
  const reveal = useRef(window.reveal);
  reveal.current = window.reveal;
  useEffect(() => {
    if (selected !== null) reveal.current(selected);
  }, [selected]);

  function onKeyDown(event: KeyboardEvent): void {
    // The buttons of the head have keys of their own.
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headPx(columns)) / ROW_PX) - 1);
    const next = nextIndex(event.key, selected ?? -1, count, page);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    window.reveal(next);
    onSelect(next);
  }

  return (
    <div className="bottom-grid">
      <div className="bottom-scroll" ref={scroller}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows are chosen from
          role="grid"
          className={clsx('bottom-table', props.className)}
          data-testid={props.testId}
          aria-label={label}
          aria-rowcount={count + 1}
          aria-activedescendant={selected === null ? undefined : `${id}-${selected}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <TableHead
            columns={columns}
            sorting={props.sorting ?? null}
            {...(props.onSort && { onSort: props.onSort })}
          />
          <tbody>
            <Spacer heightPx={window.abovePx} columns={columns.length} />
            {window.indexes.map((index) => (
              <tr
                key={index}
                id={`${id}-${index}`}
                aria-rowindex={index + 2}
                aria-selected={index === selected}
                onClick={() => onSelect(index)}
              >
                {props.renderCells(index)}
              </tr>
            ))}
            <Spacer heightPx={window.belowPx} columns={columns.length} />
          </tbody>
        </table>
      </div>
    </div>
  );
}
