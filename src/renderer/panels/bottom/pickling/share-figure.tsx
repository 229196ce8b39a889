/** Useful work against what the boundary costs, as one bar with its figures. */
import { formatDuration, formatPercent } from '../../../../shared/format';
import { TruthBadge } from '../../../ui/truth-badge';
import type { PicklingFigures } from './pickling-figures';

export function ShareFigure({ figures }: { figures: PicklingFigures }) {
  const { share, runNs, picklingNs } = figures;
  const known = Number.isFinite(share);
  const percent = known ? share * 100 : 0;
  return (
    <figure className="bottom-busy" data-testid="pickling-share">
      <figcaption>
        Busy time <TruthBadge method="pickles.share" />
      </figcaption>
      <dl>
        <div>
          <dt>
            <span className="bottom-swatch" data-phase="run" aria-hidden="true" /> run
          </dt>
          <dd>
            {formatDuration(runNs)} · {formatPercent(known ? 1 - share : Number.NaN)}
          </dd>
        </div>
        <div>
          <dt>
            <span className="bottom-swatch" data-phase="pickling" aria-hidden="true" /> pickling
          </dt>
          <dd>
            {formatDuration(picklingNs)} · {formatPercent(share)}
          </dd>
        </div>
      </dl>
      <div
        className="bottom-busy-bar"
        role="img"
        aria-label={known ? `run ${formatPercent(1 - share)}, pickling ${formatPercent(share)}` : 'nothing yet'}
        data-known={known}
      >
        <span className="bottom-busy-run" style={{ width: `${100 - percent}%` }} />
        <span className="bottom-busy-pickling" style={{ width: `${percent}%` }} />
      </div>
    </figure>
  );
}
