/** What stands for what on the map; the lines on it say how much. */
import { TruthBadge } from '../../ui/truth-badge';
import { allBands, HATCHES } from './bands';

/** One of each kind: the pool is much slower, slower, quicker, much quicker. */
const SHOWN = [
  { band: 1, words: 'pool slower' },
  { band: 2, words: 'a little slower' },
  { band: 3, words: 'quicker' },
  { band: 5, words: 'more than twice as quick' },
];

export function MapKey() {
  return (
    <ul className="break-even-key" aria-label="Key of the map">
      {SHOWN.map(({ band, words }) => (
        <li key={band}>
          <BandSign band={band} />
          {words}
        </li>
      ))}
      <li>
        the map <TruthBadge method="break-even.predicted" small />
      </li>
      <li>
        <svg width="12" height="12" aria-hidden="true">
          <circle className="break-even-dot break-even-dot-measured" cx="6" cy="6" r="4.5" />
        </svg>
        a run beside its plain loop <TruthBadge method="break-even.measured" small />
      </li>
      <li>
        <svg width="12" height="12" aria-hidden="true">
          <circle className="break-even-dot" cx="6" cy="6" r="4.5" />
        </svg>
        a run without one <TruthBadge method="break-even.estimated" small />
      </li>
    </ul>
  );
}

function BandSign({ band }: { readonly band: number }) {
  const hatch = allBands.find((one) => one.band === band)?.hatch ?? null;
  return (
    <svg width="20" height="12" aria-hidden="true">
      <rect className={`break-even-band break-even-band-${band}`} width="20" height="12" />
      {hatch !== null && <rect fill={`url(#${HATCHES[hatch]})`} width="20" height="12" />}
    </svg>
  );
}
