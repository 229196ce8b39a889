/** Bytes and times of what crossed the boundary, out and back. */
import { formatBytes, formatDuration } from '../../../../shared/format';
import { type Column, TableHead } from '../table/table-parts';
import type { Direction, PicklingFigures } from './pickling-figures';

export const PICKLING_COLUMNS: readonly Column[] = [
  { name: 'Direction', width: '128px' },
  { name: 'Bytes', align: 'right', method: 'pickles.bytes' },
  { name: 'Mean per task', align: 'right', method: 'pickles.mean' },
  { name: 'Dumps', align: 'right', method: 'pickles.dumps' },
  { name: 'Loads', align: 'right', method: 'pickles.loads' },
  { name: 'In flight', align: 'right', method: 'pickles.flight' },
];

export function PicklingTable({ out, back }: PicklingFigures) {
  return (
    <table className="bottom-table" aria-label="Pickling" data-testid="pickling-table">
      <TableHead columns={PICKLING_COLUMNS} />
      <tbody>
        <DirectionRow name="out (argument)" direction={out} />
        <DirectionRow name="back (result)" direction={back} />
        <DirectionRow name="total" direction={sumOf(out, back)} />
      </tbody>
    </table>
  );
}

function DirectionRow({ name, direction }: { name: string; direction: Direction }) {
  const { values, bytes, dumpsNs, loadsNs, flightNs } = direction;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-align="right">{formatBytes(bytes)}</td>
      <td data-align="right">{formatBytes(values > 0 ? Math.round(bytes / values) : Number.NaN)}</td>
      <td data-align="right">{formatDuration(dumpsNs)}</td>
      <td data-align="right">{formatDuration(loadsNs)}</td>
      <td data-align="right">{formatDuration(flightNs)}</td>
    </tr>
  );
}

/** Both ways. A task has one value each way: its mean is over those that went out. */
function sumOf(out: Direction, back: Direction): Direction {
  return {
    values: out.values,
    bytes: out.bytes + back.bytes,
    dumpsNs: out.dumpsNs + back.dumpsNs,
    loadsNs: out.loadsNs + back.loadsNs,
    flightNs: out.flightNs + back.flightNs,
    messages: out.messages + back.messages,
  };
}
