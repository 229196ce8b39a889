/** The nine phases of a task with their times, scaled and in µs, and what they carried. */

import { formatBytes, formatDuration, formatMicros } from '../../shared/format';
import { PHASE_LABELS } from '../../shared/phases';
import type { PhaseFact } from '../derive/task-facts';
import type { TruthKind } from '../truth/method';
import { Swatch } from './legend';
import { PHASE_SWATCHES } from './phase-swatches';

interface PhaseTableProps {
  readonly phases: readonly PhaseFact[];
  /** Times in µs too, so that they compare at a glance. */
  readonly micros?: boolean;
  /** What kind of truth the times are. Here it can only be read: the table floats beside the pointer. */
  readonly kind: TruthKind;
}

export function PhaseTable({ phases, micros = false, kind }: PhaseTableProps) {
  return (
    <table className="phase-table">
      <thead>
        <tr>
          <th scope="col">
            Phase <span className="badge">{kind}</span>
          </th>
          <th scope="col">Time</th>
          {micros && <th scope="col">in µs</th>}
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {phases.map(({ phase, nanos, bytes }) => (
          <tr key={phase} data-phase={phase}>
            <th scope="row">
              <Swatch {...PHASE_SWATCHES[phase]} />
              {PHASE_LABELS[phase]}
            </th>
            <td>{formatDuration(nanos)}</td>
            {micros && <td className="phase-micros">{formatMicros(nanos)}</td>}
            <td>{bytes === null ? '' : formatBytes(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
