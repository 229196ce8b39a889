/** A row for each policy: what the same faults came to. */
import type { ChaosRow } from '../../../shared/chaos';
import { formatCount, formatDuration, NO_VALUE } from '../../../shared/format';
import { type Column, TableHead } from '../../panels/bottom/table/table-parts';
import { policySentence } from './policy-words';

export const CHAOS_COLUMNS: readonly Column[] = [
  { name: 'Policy', width: '80px' },
  { name: 'Delivered', align: 'right', width: '112px', method: 'chaos.count' },
  { name: 'Failed', align: 'right', width: '88px', method: 'chaos.count' },
  { name: 'Lost', align: 'right', width: '88px', method: 'chaos.count' },
  { name: 'Repeated', align: 'right', width: '88px', method: 'chaos.count' },
  { name: 'Wall', align: 'right', width: '88px', method: 'chaos.wall' },
  { name: 'Time lost', align: 'right', width: '88px', method: 'chaos.lost' },
  { name: 'What happened' },
];

export function ChaosTable({ rows }: { readonly rows: readonly ChaosRow[] }) {
  const baseline = rows.find(({ policy }) => policy === null)?.figures?.wallMs ?? Number.NaN;
  return (
    <table className="bottom-table" aria-label="Policies under the same faults" data-testid="chaos-table">
      <TableHead columns={CHAOS_COLUMNS} />
      <tbody>
        {rows.map((row) => (
          <PolicyRow key={row.policy ?? 'none'} row={row} baselineMs={baseline} />
        ))}
      </tbody>
    </table>
  );
}

function PolicyRow({ row, baselineMs }: { readonly row: ChaosRow; readonly baselineMs: number }) {
  const { policy, state, figures } = row;
  const count = (value: number | undefined): string => (value === undefined ? NO_VALUE : formatCount(value));
  const lostMs = policy === null || figures === null ? Number.NaN : figures.wallMs - baselineMs;
  return (
    <tr data-state={state} data-policy={policy ?? 'none'} data-faults={figures?.faults}>
      <th scope="row">{policy ?? 'no faults'}</th>
      <td data-align="right">
        {figures === null ? NO_VALUE : `${count(figures.delivered)} / ${count(figures.submitted)}`}
      </td>
      <td data-align="right">{count(figures?.failed)}</td>
      <td data-align="right">{count(figures?.lost)}</td>
      <td data-align="right">{count(figures?.repeated)}</td>
      <td data-align="right">{figures === null ? NO_VALUE : formatDuration(figures.wallMs * 1e6)}</td>
      <td data-align="right">{Number.isNaN(lostMs) ? NO_VALUE : signed(lostMs)}</td>
      <td className="bottom-sentence">{policySentence(row)}</td>
    </tr>
  );
}

/** A run under faults may be quicker: a broken pool does nothing any more. */
function signed(ms: number): string {
  return `${ms < 0 ? '−' : '+'}${formatDuration(Math.abs(ms) * 1e6)}`;
}
