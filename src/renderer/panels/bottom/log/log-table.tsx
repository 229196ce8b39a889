/** Lines that workers have printed, each with its PID. Only lines in sight are rendered; the end is kept in sight. */
import { useLayoutEffect, useRef } from 'react';
import { NO_VALUE } from '../../../../shared/format';
import type { Facts } from '../../../store/facts';
import type { LogLine } from '../../../store/log-lines';
import { useFollowEnd } from '../table/follow-end';
import { useRowWindow } from '../table/row-window';
import { type Column, headPx, Spacer, TableHead } from '../table/table-parts';
import { leftOutWords } from './log-view';

export const LOG_COLUMNS: readonly Column[] = [
  { name: 'PID', width: '88px', method: 'task.pid' },
  { name: 'Slot', width: '48px', align: 'right' },
  { name: 'Stream', width: '72px' },
  { name: 'Text' },
];
const LINE_PX = 20;

interface LogTableProps {
  readonly facts: Facts;
  readonly lines: readonly LogLine[];
  /** Grows with every line, also when old ones go. */
  readonly added: number;
}

export function LogTable({ facts, lines, added }: LogTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const window = useRowWindow(scroller, lines.length, headPx(LOG_COLUMNS), LINE_PX);
  useFollowEnd(scroller, added, true);
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, []);
  return (
    <section
      className="bottom-scroll"
      ref={scroller}
      aria-label="What workers print"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table className="bottom-table bottom-log" data-testid="log-table" aria-rowcount={lines.length + 1}>
        <TableHead columns={LOG_COLUMNS} />
        <tbody>
          <Spacer heightPx={window.abovePx} columns={LOG_COLUMNS.length} />
          {window.indexes.map((index) => {
            const line = lines[index];
            return line === undefined ? null : <LogRow key={index} facts={facts} line={line} index={index} />;
          })}
          <Spacer heightPx={window.belowPx} columns={LOG_COLUMNS.length} />
        </tbody>
      </table>
    </section>
  );
}

function LogRow({ facts, line, index }: { facts: Facts; line: LogLine; index: number }) {
  const record = facts.data.workers[line.worker];
  return (
    <tr aria-rowindex={index + 2} data-testid="log-line" data-pid={record?.pid} data-stream={line.stream}>
      <td className="bottom-mono">{record?.pid ?? NO_VALUE}</td>
      <td data-align="right">{record?.slot ?? NO_VALUE}</td>
      <td className={line.stream === 'stderr' ? 'bottom-danger' : 'bottom-muted'}>{line.stream}</td>
      {line.leftOut > 0 ? (
        <td className="bottom-left-out">{leftOutWords(line.leftOut)}</td>
      ) : (
        <td className="bottom-mono">{line.text}</td>
      )}
    </tr>
  );
}
