/** What the colours and the hatch of a race mean, and how what is drawn was come by. */
import { TruthBadge } from '../../ui/truth-badge';

export function RaceLegend() {
  return (
    <div className="race-legend">
      <span className="race-ramp" aria-hidden="true" /> first to last of the input
      <span className="race-hatch" aria-hidden="true" /> complete, and held for others before the caller had it
      <span className="race-truths">
        <TruthBadge method="race.tapes" label="workers, tapes" />
        <TruthBadge method="race.waiting" label="waiting, held" />
      </span>
    </div>
  );
}
