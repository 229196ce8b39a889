/** Speed-up by the number of workers: ideal, Amdahl, the model, and what was measured. */

import { Play } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Costs } from '../../../shared/break-even/costs';
import { predict } from '../../../shared/break-even/predict';
import { formatPercent } from '../../../shared/format';
import { runSeries } from '../../actions/break-even';
import { settingOf } from '../../derive/break-even/setting';
import { fittedShare, type SeriesPoint, seriesWorkers, workerCurves } from '../../derive/break-even/worker-curves';
import { useSize } from '../../panels/bottom/charts/use-size';
import { type BreakEvenControls, breakEvenStore, type Series } from '../../store/break-even';
import { useBusy } from '../../store/use-busy';
import { Button } from '../../ui/button';
import { TruthBadge } from '../../ui/truth-badge';
import { placeText } from './break-even-words';
import { BreakEvenControlsRow } from './controls-row';
import { SeriesTable } from './series-table';
import { WorkersPicture } from './workers-picture';

interface WorkersViewProps {
  readonly costs: Costs;
  readonly cores: number;
}

export function WorkersView({ costs, cores }: WorkersViewProps) {
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  const controls = useStore(breakEvenStore, (state) => state.controls);
  const series = useStore(breakEvenStore, (state) => state.series);
  const points: readonly SeriesPoint[] = isOf(series, controls) ? series.points : [];
  const fitted = fittedShare(points);
  const serial = fitted ?? predictedShare(costs, controls);
  const curves = workerCurves(costs, controls, cores, serial);
  return (
    <>
      <div className="break-even-row">
        <BreakEvenControlsRow withWorkers={false} />
        <MeasureSeries cores={cores} />
      </div>
      <div className="break-even-readout" role="status">
        <p>
          <strong>{placeText(controls)}</strong>. Amdahl’s law with a serial share of {formatPercent(serial)},{' '}
          {fitted === null ? 'as predicted' : 'fitted to the points'} <TruthBadge method="break-even.amdahl" />
        </p>
        <p className="break-even-muted">{hint(series, points)}</p>
      </div>
      <div ref={room} className="break-even-room" data-testid="break-even-workers">
        {size !== null && size.height > 0 && <WorkersPicture curves={curves} points={points} cores={cores} {...size} />}
      </div>
      {points.length > 0 && <SeriesTable costs={costs} controls={controls} points={points} serial={serial} />}
    </>
  );
}

function hint(series: Series | null, points: readonly SeriesPoint[]): string {
  if (points.length > 0)
    return 'Each point is a real run: what keeps it below the ideal is the caller, pickling, and waiting for a core.';
  if (series !== null) return 'What was measured before was set up otherwise. Measure again for this set-up.';
  return 'Measured points will lie over these curves: the same tasks with one worker, two, and so on.';
}

/** Before anything is measured: the part of a loop’s time that the caller needs for itself. */
function predictedShare(costs: Costs, controls: BreakEvenControls): number {
  const { poolMs, loopMs, callerShare } = predict(costs, settingOf({ ...controls, workers: 1, countBoot: false }));
  return Math.min(1, (callerShare * poolMs) / loopMs);
}

function isOf(series: Series | null, controls: BreakEvenControls): series is Series {
  if (series === null) return false;
  const setUp = ({ workers: _, ...rest }: BreakEvenControls): string => JSON.stringify(Object.entries(rest).sort());
  return setUp(series.controls) === setUp(controls);
}

function MeasureSeries({ cores }: { readonly cores: number }) {
  const doing = useStore(breakEvenStore, (state) => state.doing);
  const live = useBusy();
  const most = seriesWorkers(cores).at(-1);
  return (
    <Button
      look="primary"
      className="break-even-run"
      onClick={() => void runSeries(cores)}
      disabled={live || doing !== null}
    >
      <Play size={16} aria-hidden />{' '}
      {doing === null ? `Measure 1 to ${most} workers` : `${doing.done + 1} of ${doing.total}: ${doing.words}…`}
    </Button>
  );
}
