/** A small histogram of lengths of time, with the shortest and the longest named. */
import { max, scaleLinear } from 'd3';
import { formatCount, formatDuration } from '../../shared/format';
import type { Histogram } from '../derive/histogram';
import { TruthBadge } from '../ui/truth-badge';

const WIDTH = 272;
const HEIGHT = 48;
const GAP = 1;

export function HistogramFigure({ histogram, title }: { readonly histogram: Histogram; readonly title: string }) {
  const { bins, log } = histogram;
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined) return null;
  const most = max(bins, ({ count }) => count) ?? 0;
  const toHeight = scaleLinear([0, most], [0, HEIGHT]);
  const width = WIDTH / bins.length;
  const fullest = bins.find(({ count }) => count === most) ?? first;
  const spoken = `${title}: most, ${formatCount(most)}, from ${formatDuration(fullest.from)} to ${formatDuration(fullest.to)}`;
  return (
    <figure className="histogram">
      <figcaption>
        <span>
          {title} <TruthBadge method="stats.histogram" small />
        </span>
        {log && <span className="histogram-scale">log scale</span>}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken} preserveAspectRatio="none">
        {bins.map(({ from, to, count }, index) => {
          // What is there at all is seen.
          const height = count === 0 ? 0 : Math.max(1, toHeight(count));
          return (
            <rect key={from} x={index * width} y={HEIGHT - height} width={Math.max(1, width - GAP)} height={height}>
              <title>{`${formatCount(count)} from ${formatDuration(from)} to ${formatDuration(to)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p className="histogram-ends">
        <span>{formatDuration(first.from)}</span>
        <span>{formatDuration(last.to)}</span>
      </p>
    </figure>
  );
}
