/** What the run would have taken with other workers and other chunk sizes, and how well such forecasts did. */
import '../charts/charts.css';
import './forecast.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useActions, useSession } from '../../../actions/context';
import { coresOf } from '../../../derive/cores-of';
import { takesChunksize } from '../../../derive/forecast/configurations';
import type { Forecast, ForecastPoint } from '../../../derive/forecast/forecast';
import { withGrid } from '../../../derive/forecast/forecast-grid';
import { whyNoForecast } from '../../../derive/forecast/trust';
import { factsStore } from '../../../store';
import { forecastStore } from '../../../store/forecast';
import { useThrottled } from '../../../store/throttled';
import { Button } from '../../../ui/button';
import { TruthBadge } from '../../../ui/truth-badge';
import { EmptyState } from '../empty-state';
import { applyPoint } from './apply-point';
import { ForecastCharts } from './forecast-charts';
import { ChecksTable, ForecastTable } from './forecast-table';
import { bestSentence, errorSentence, methodSentences } from './forecast-words';
import { useForecast, useForecastGrid } from './use-forecast';

export function ForecastPanel() {
  const facts = useThrottled(factsStore);
  const cores = coresOf(
    facts,
    useSession(({ info }) => info.cores),
  );
  const forecast = useForecast(facts, cores);
  if (facts.started === null) {
    return (
      <EmptyState>
        Once a run has ended, this is where its wall time with other worker counts and chunk sizes is forecast.
      </EmptyState>
    );
  }
  if (facts.ended === null) {
    return (
      <EmptyState withKey={false}>
        The forecast is made when this run has ended: it needs the time of every task.
      </EmptyState>
    );
  }
  const refusal = whyNoForecast(facts);
  if (refusal !== null) return <EmptyState withKey={false}>{refusal}</EmptyState>;
  if (forecast === null) return <EmptyState withKey={false}>Replaying the run …</EmptyState>;
  if (forecast instanceof Error) {
    return <EmptyState withKey={false}>This run could not be replayed: {forecast.message}.</EmptyState>;
  }
  return <Made curves={forecast} />;
}

function Made({ curves }: { readonly curves: Forecast }) {
  const grid = useForecastGrid(curves);
  const forecast = withGrid(curves, grid);
  const { draft } = useActions();
  const [asTable, setAsTable] = useState(false);
  const checks = useStore(forecastStore, (state) => state.checks);
  const apply = (point: ForecastPoint): void => applyPoint(draft, point, takesChunksize(forecast.run.config.method));
  return (
    <div className="bottom-panel forecast" data-testid="forecast">
      <Head forecast={forecast} asTable={asTable} setAsTable={setAsTable} apply={apply} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="bottom-scroll forecast-stage" aria-label="Forecast" tabIndex={0}>
        {asTable ? (
          <>
            <ForecastTable grid={grid} forecast={forecast} apply={apply} />
            <ChecksTable checks={checks} />
          </>
        ) : (
          <ForecastCharts grid={grid} forecast={forecast} apply={apply} />
        )}
        <p className="forecast-note">
          {forecast.cautions.map((caution) => (
            <strong key={caution}>{caution} </strong>
          ))}
          {methodSentences(forecast).join(' ')}
        </p>
      </section>
    </div>
  );
}

interface HeadProps {
  readonly forecast: Forecast;
  readonly asTable: boolean;
  setAsTable(asTable: boolean): void;
  apply(point: ForecastPoint): void;
}

function Head({ forecast, asTable, setAsTable, apply }: HeadProps) {
  const check = useStore(forecastStore, ({ checks }) => checks.find(({ runId }) => runId === forecast.runId));
  const better = bestSentence(forecast).startsWith('Quickest');
  return (
    <header className="forecast-head">
      <p>
        {bestSentence(forecast)} <TruthBadge method="forecast" />
      </p>
      <div className="forecast-proof">
        {check !== undefined && (
          <p aria-live="polite" data-testid="forecast-check">
            <strong>{errorSentence(check.wallNs, check.measuredNs)}</strong>
          </p>
        )}
        <p className="forecast-replay">
          <span data-testid="forecast-replay">
            {errorSentence(forecast.replayNs, forecast.wallNs, 'Replay of this run')}
          </span>{' '}
          <TruthBadge method="forecast.replay" />
        </p>
      </div>
      <div className="forecast-buttons">
        {better && (
          <Button className="bottom-kill" onClick={() => apply(forecast.best)}>
            Use the quickest
          </Button>
        )}
        <Button className="bottom-kill" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as charts' : 'Show as table'}
        </Button>
      </div>
    </header>
  );
}
