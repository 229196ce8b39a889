/** A share of one as a small bar with its figure. */
import { formatPercent } from '../../../../shared/format';

export function ShareBar({ share }: { share: number }) {
  const percent = Number.isFinite(share) ? Math.min(100, Math.max(0, share * 100)) : 0;
  return (
    <span className="bottom-share">
      <span className="bottom-share-track" aria-hidden="true">
        <span className="bottom-share-fill" style={{ width: `${percent}%` }} />
      </span>
      <span className="bottom-share-figure">{formatPercent(share)}</span>
    </span>
  );
}
