/** The figures that there are of the run: live, then as the summary has them. */
import { Fragment, type ReactNode } from 'react';
import { formatCount, formatDuration, formatFactor, formatPercent, NO_VALUE } from '../../shared/format';
import { progressAt } from '../derive/as-of/progress-at';
import { type Figure, runProgress } from '../derive/run-progress';
import { WholeRun } from '../playback/whole-run';
import { factsStore, playbackStore } from '../store';
import { useThrottled } from '../store/throttled';
import type { MethodId } from '../truth/methods';
import { wallTruth } from '../truth/run-truth';
import { TruthBadge } from '../ui/truth-badge';
import { type HeaderFigure, processesOf, shownFigures } from './shown-figures';

export function Figures() {
  const facts = useThrottled(factsStore);
  const { atNs } = useThrottled(playbackStore);
  const { observer, ...whole } = runProgress(facts);
  const moment = atNs === null ? null : progressAt(facts, atNs);
  const { wallNs, serialNs, speedup } = moment ?? whole;
  const cells: Readonly<Record<HeaderFigure, ReactNode>> = {
    wall: <FigureCell label="wall" figure={wallNs} format={formatDuration} method={wallTruth(facts)} />,
    serial: <FigureCell label="serial" figure={serialNs} format={formatDuration} />,
    'speed-up': <FigureCell label="speed-up" figure={speedup} format={formatFactor} />,
    pickling: (
      <FigureCell
        label="pickling"
        figure={moment?.pickling ?? whole.pickling.shareOfBusy}
        format={formatPercent}
        known={facts.started !== null && (moment === null || moment.pickling.value >= 0)}
      />
    ),
    observer: <FigureCell label="observer" figure={observer} format={formatPercent} whole />,
    processes: (
      <FigureCell
        label="processes"
        figure={{ value: processesOf(facts), kind: 'measured' }}
        format={formatCount}
        whole
      />
    ),
  };
  return (
    <dl
      className="figures"
      aria-label={moment === null ? 'Figures of the run' : 'Figures of the run up to this moment'}
    >
      {shownFigures(facts).map((name) => (
        <Fragment key={name}>{cells[name]}</Fragment>
      ))}
    </dl>
  );
}

export const HEADER_METHODS = {
  wall: 'wall',
  serial: 'serial',
  'speed-up': 'speedup',
  pickling: 'pickling',
  observer: 'observer',
  processes: 'processes',
} as const satisfies Record<HeaderFigure, MethodId>;

interface FigureCellProps {
  readonly label: HeaderFigure;
  readonly figure: Figure;
  readonly format: (value: number) => string;
  readonly known?: boolean;
  /** Where it is come by in another way than is usual. */
  readonly method?: MethodId;
  /** It does not follow a replay. */
  readonly whole?: boolean;
}

function FigureCell({ label, figure, format, known = true, method, whole = false }: FigureCellProps) {
  const shown = known && (figure.value > 0 || label === 'pickling');
  return (
    <div className={`figure figure-of-${label}`}>
      <dt className="figure-label">
        {label} <TruthBadge method={method ?? HEADER_METHODS[label]} />
      </dt>
      <dd className="figure-value">
        {shown ? format(figure.value) : NO_VALUE} {whole && <WholeRun />}
      </dd>
    </div>
  );
}
