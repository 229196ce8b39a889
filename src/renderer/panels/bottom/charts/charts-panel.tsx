/** Charts of the run: one at a time and large, or all; of the whole run or of the stretch that is marked on the timeline. */
import './charts.css';
import { RadioGroup, Switch } from 'radix-ui';
import { useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { stretchOf } from '../../../derive/charts/scope';
import { factsStore, viewStore } from '../../../store';
import type { Facts } from '../../../store/facts';
import { useThrottled } from '../../../store/throttled';
import { EmptyState } from '../empty-state';
import type { ChartKind, ChartProps } from './chart-kind';
import { CHARTS } from './chart-kinds';
import { type ChartView as ChartChoice, chartStore } from './chart-store';
import { ChartView } from './chart-view';
import { stretchText } from './stretch-text';

export function ChartsPanel() {
  const facts = useThrottled(factsStore);
  if (facts.started === null) {
    return <EmptyState>Charts of the run appear here: how long phases took, who was busy, what was queued.</EmptyState>;
  }
  return <Charts facts={facts} />;
}

function Charts({ facts }: { readonly facts: Facts }) {
  const choice = useStore(chartStore);
  const kinds = CHARTS.filter(({ id }) => choice.shown === 'all' || choice.shown === id);
  const shown = kinds.length === 0 ? CHARTS.slice(0, 1) : kinds;
  return (
    <div className="charts" data-testid="charts">
      <ChartList choice={choice} overTime={shown.some(({ overTime }) => overTime)} />
      <div className="charts-stage" data-all={choice.shown === 'all'}>
        {shown.map((kind) => (
          <OneChart key={kind.id} kind={kind} facts={facts} choice={choice} />
        ))}
      </div>
    </div>
  );
}

function show(id: string): void {
  chartStore.setState({ shown: id as ChartChoice['shown'] });
}

interface ChartListProps {
  readonly choice: ChartChoice;
  /** A chart with a time axis is among those shown. */
  readonly overTime: boolean;
}

function ChartList({ choice, overTime }: ChartListProps) {
  const { shown, asTable, asTimeline } = choice;
  const ranged = useStore(viewStore, ({ range }) => range !== null);
  return (
    <div className="charts-side">
      <RadioGroup.Root
        className="charts-list"
        aria-label="Chart"
        orientation="vertical"
        value={shown}
        onValueChange={show}
      >
        {[...CHARTS, { id: 'all', name: 'All' }].map(({ id, name }) => (
          // Radix selects what an arrow key leads to only while the key is down, which a quick press is not.
          <RadioGroup.Item key={id} value={id} className="charts-item" onFocus={() => show(id)}>
            {name}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <div className="charts-choices">
        <Choice
          label="As timeline"
          on={asTimeline}
          disabled={!overTime || ranged}
          set={(on) => chartStore.setState({ asTimeline: on })}
        />
        <Choice label="As a table" on={asTable} set={(on) => chartStore.setState({ asTable: on })} />
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  set(on: boolean): void;
}

function Choice({ label, on, disabled = false, set }: ChoiceProps) {
  const id = useId();
  return (
    <span className="charts-choice">
      <Switch.Root id={id} className="charts-switch" checked={on} disabled={disabled} onCheckedChange={set}>
        <Switch.Thumb className="charts-thumb" />
      </Switch.Root>
      <label htmlFor={id}>{label}</label>
    </span>
  );
}

interface OneChartProps {
  readonly kind: ChartKind;
  readonly facts: Facts;
  readonly choice: ChartChoice;
}

function OneChart({ kind, facts, choice }: OneChartProps) {
  const { range, selection, viewport } = useThrottled(viewStore);
  const follows = kind.overTime && choice.asTimeline && range === null;
  const stretch = useMemo(
    () => (follows ? { fromNs: viewport.startNs, toNs: viewport.endNs } : stretchOf(facts, range)),
    [follows, viewport, facts, range],
  );
  const chart: ChartProps = { facts, scope: range, stretch, follows, selection, size: choice.size };
  return (
    <ChartView kind={kind} asTable={choice.asTable} chart={chart} stretchText={stretchText(facts, range, follows)} />
  );
}
