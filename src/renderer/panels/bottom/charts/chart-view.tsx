/** One chart with its title, its one line of explanation, its choices, and its table in its place when asked for. */
import { useRef } from 'react';
import { METHODS } from '../../../truth/methods';
import { TruthBadge } from '../../../ui/truth-badge';
import type { ChartKind, ChartProps } from './chart-kind';
import { useSize } from './use-size';

interface ChartViewProps {
  readonly kind: ChartKind;
  readonly asTable: boolean;
  /** Which part of the run it shows, in words. */
  readonly stretchText: string;
  readonly chart: ChartProps;
}

export function ChartView({ kind, asTable, stretchText, chart }: ChartViewProps) {
  const { id, title, line, Picture, Table, Controls, methods } = kind;
  const room = useRef<HTMLDivElement>(null);
  const size = useSize(room);
  return (
    <section className="chart" aria-labelledby={`chart-title-${id}`} data-chart={id}>
      <header className="chart-head">
        <h3 id={`chart-title-${id}`} className="chart-title">
          {title} <span className="chart-stretch">{stretchText}</span>
        </h3>
        <div className="chart-sub">
          <p className="chart-line">{line}</p>
          {/* As a table each column has its own. */}
          {!asTable && (
            <span className="chart-methods">
              {methods.map((method) => (
                <span key={method}>
                  {METHODS[method].name} <TruthBadge method={method} small />
                </span>
              ))}
            </span>
          )}
          {Controls !== undefined && <Controls />}
        </div>
      </header>
      <div ref={room} className="chart-room" tabIndex={asTable ? 0 : -1}>
        {asTable ? <Table {...chart} /> : size !== null && <Picture {...chart} {...size} />}
      </div>
    </section>
  );
}
