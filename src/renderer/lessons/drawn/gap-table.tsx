/** What was drawn and what was measured, point by point, in numbers. */
import { TruthBadge } from '../../ui/truth-badge';
import type { DrawnPrediction } from '../lesson';
import type { GapRow } from './gap';

interface GapTableProps {
  readonly prediction: DrawnPrediction;
  readonly rows: readonly GapRow[];
}

export function GapTable({ prediction: { x, y }, rows }: GapTableProps) {
  const bars = x.named === true;
  return (
    <div className="lesson-scroll">
      <table className="lesson-table drawn-table">
        <caption className="visually-hidden">{y.label}: what you drew and what was measured</caption>
        <thead>
          <tr>
            <th scope="col">{x.label}</th>
            <th scope="col">
              <Key of="said" bar={bars} /> You drew
            </th>
            <th scope="col">
              <Key of="truth" bar={bars} /> It was{' '}
              {y.method !== undefined && <TruthBadge method={y.method} inHead small />}
            </th>
            <th scope="col">Of yours</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ x, said, measured, words, gap }) => (
            <tr key={x} data-gap={gap}>
              <th scope="row">{x}</th>
              <td>{said}</td>
              <td>{measured}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Key({ of, bar }: { readonly of: 'said' | 'truth'; readonly bar: boolean }) {
  if (bar) {
    return (
      <svg className="drawn-key" width={24} height={8} aria-hidden="true">
        <rect className={`drawn-bar-${of}`} x={1} y={1} width={22} height={6} />
      </svg>
    );
  }
  return (
    <svg className="drawn-key" width={24} height={8} aria-hidden="true">
      <path className={`drawn-line-${of}`} d="M0 4H24" />
      {of === 'said' ? (
        <circle className="drawn-said" cx={12} cy={4} r={3} />
      ) : (
        <rect className="drawn-truth" x={9} y={1} width={6} height={6} />
      )}
    </svg>
  );
}
