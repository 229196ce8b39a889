/** Two runs side by side in figures: what differs, and whether it is more than noise. And one scenario many times. */
import { useStore } from 'zustand';
import { type Comparison, comparisonOf, seriesOf } from '../../../derive/compare/comparison';
import { besideStore, factsStore } from '../../../store';
import { compareStore } from '../../../store/compare';
import type { Facts } from '../../../store/facts';
import { useThrottled } from '../../../store/throttled';
import { CompareBar } from './compare-bar';
import { CompareTable } from './compare-table';
import { RepeatForm } from './repeat-form';
import { RepeatTable } from './repeat-table';
import { ScenarioDifferences } from './scenario-differences';
import './compare.css';

export function ComparePanel() {
  const shown = useThrottled(factsStore);
  const beside = useThrottled(besideStore);
  const compare = useStore(compareStore);
  const comparison = comparisonOf(shown, beside, compare);
  return (
    <div className="bottom-panel compare-panel" data-testid="compare">
      <CompareBar shown={shown} beside={beside} />
      <RepeatForm comparing={beside.started !== null} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="bottom-scroll" aria-label="Comparison" tabIndex={0}>
        <Content shown={shown} beside={beside} comparison={comparison} />
      </section>
    </div>
  );
}

interface ContentProps {
  readonly shown: Facts;
  readonly beside: Facts;
  readonly comparison: Comparison | null;
}

function Content({ shown, beside, comparison }: ContentProps) {
  const series = useStore(compareStore, (compare) => compare.series);
  if (comparison !== null) {
    return (
      <>
        <CompareTable comparison={comparison} />
        <ScenarioDifferences comparison={comparison} shown={shown} beside={beside} />
      </>
    );
  }
  if (beside.started !== null) {
    return <p className="compare-empty">{waitingFor(shown, beside)}</p>;
  }
  // Without a run the form's scenario is repeated: the latest is meant.
  const only =
    seriesOf(series, shown.started?.scenario ?? null) ??
    (shown.started === null ? [...series.values()].at(-1) : undefined);
  if (only !== undefined && only.runs.length > 0) return <RepeatTable series={only} />;
  return (
    <p className="compare-empty">
      Two runs side by side, on aligned clocks: how much they differ in wall time, in every phase, in bytes, and whether
      that is more than noise. <kbd>V</kbd> keeps the run that is shown beside the next one.
    </p>
  );
}

function waitingFor(shown: Facts, beside: Facts): string {
  if (beside.ended === null) return 'Run B is still being read; the figures come when it is whole.';
  if (shown.started === null) return 'B is kept. The next run is A: Space runs the scenario in the form.';
  return 'A is under way; the figures come when it has ended.';
}
