/** The nine phases of a task: time, size, and where this task stands among all tasks of the run. */
import { formatBytes, formatCount, formatDuration } from '../../shared/format';
import { PHASE_LABELS, type Phase } from '../../shared/phases';
import { histogramOf } from '../derive/phase-histograms';
import type { RunIndex } from '../derive/run-index';
import { standingOf } from '../derive/standing';
import type { PhaseFact } from '../derive/task-facts';
import { Swatch } from '../timeline/legend';
import { PHASE_SWATCHES } from '../timeline/phase-swatches';
import { TruthBadge } from '../ui/truth-badge';
import { StandingStrip } from './standing-strip';

interface PhaseRowsProps {
  readonly phases: readonly PhaseFact[];
  readonly index: RunIndex;
  readonly active: Phase | null;
  onActive(phase: Phase | null): void;
}

export function PhaseRows({ phases, index, active, onActive }: PhaseRowsProps) {
  return (
    <table className="phase-rows">
      <thead>
        <tr>
          <th scope="col">Phase</th>
          <th scope="col">
            Time <TruthBadge method="phase.time" inHead small />
          </th>
          <th scope="col">
            Size <TruthBadge method="task.bytes" inHead small />
          </th>
          <th scope="col" className="phase-among">
            Among {formatCount(histogramOf(index, 'run').count)} tasks{' '}
            <TruthBadge method="task.standing" inHead small />
          </th>
        </tr>
      </thead>
      <tbody>
        {phases.map((fact) => (
          <PhaseRow key={fact.phase} fact={fact} index={index} active={active} onActive={onActive} />
        ))}
      </tbody>
    </table>
  );
}

interface PhaseRowProps extends Omit<PhaseRowsProps, 'phases'> {
  readonly fact: PhaseFact;
}

function PhaseRow({ fact: { phase, nanos, bytes }, index, active, onActive }: PhaseRowProps) {
  const standing = standingOf(histogramOf(index, phase), nanos);
  return (
    <tr
      data-phase={phase}
      data-active={phase === active || undefined}
      onPointerEnter={() => onActive(phase)}
      onPointerLeave={() => onActive(null)}
    >
      <th scope="row">
        <Swatch {...PHASE_SWATCHES[phase]} />
        {PHASE_LABELS[phase]}
      </th>
      <td>{formatDuration(nanos)}</td>
      <td>{bytes === null ? '' : formatBytes(bytes)}</td>
      <td className="phase-standing">
        {standing !== null && <StandingStrip standing={standing} nanos={nanos} color={PHASE_SWATCHES[phase].color} />}
      </td>
    </tr>
  );
}
