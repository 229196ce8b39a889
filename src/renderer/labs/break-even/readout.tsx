/** What is predicted of the place at the cross, and below it what was measured of the dot that is chosen. */
import { useStore } from 'zustand';
import type { Costs } from '../../../shared/break-even/costs';
import { predict } from '../../../shared/break-even/predict';
import { formatFactor } from '../../../shared/format';
import type { Dot } from '../../derive/break-even/dots';
import { settingOf } from '../../derive/break-even/setting';
import { breakEvenStore } from '../../store/break-even';
import { TruthBadge } from '../../ui/truth-badge';
import { msText, placeText, setUpText, verdictText } from './break-even-words';

export function Readout({ costs }: { readonly costs: Costs }) {
  const controls = useStore(breakEvenStore, (state) => state.controls);
  const dot = useStore(breakEvenStore, ({ dots, chosen }) => dots.find(({ runId }) => runId === chosen) ?? null);
  const { speedup, loopMs, poolMs, callerShare } = predict(costs, settingOf(controls));
  return (
    <div className="break-even-readout" role="status" data-testid="break-even-readout">
      <p>
        <strong>{placeText(controls)}</strong>: {verdictText(speedup)} <TruthBadge method="break-even.predicted" />
      </p>
      {dot === null ? (
        <p className="break-even-muted">
          Predicted: loop {msText(loopMs)}, pool {msText(poolMs)}.
          {callerShare > 0.9 && ' The caller is busy all the time: more workers would not help.'}
        </p>
      ) : (
        <DotLine dot={dot} />
      )}
    </div>
  );
}

function DotLine({ dot }: { readonly dot: Dot }) {
  const { speedup, loopMs, poolMs, bootMs, predicted, countBoot } = dot;
  const boot = countBoot ? ` and ${msText(bootMs)} of booting` : '';
  return (
    <p data-testid="break-even-dot-line">
      The run: <strong>{verdictText(speedup)}</strong>{' '}
      <TruthBadge method={loopMs === null ? 'break-even.estimated' : 'break-even.measured'} />{' '}
      <span className="break-even-muted">
        {loopMs === null
          ? `Pool ${msText(poolMs)}; the sum of its runs stands for the loop. ${setUpText(dot)}.`
          : `Loop ${msText(loopMs)}, pool ${msText(poolMs)}${boot}.`}
        {predicted !== null && ` Predicted ${formatFactor(predicted)}, measured ${formatFactor(speedup)}.`}
      </span>
    </p>
  );
}
