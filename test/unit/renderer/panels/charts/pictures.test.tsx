import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { stretchOf } from '../../../../../src/renderer/derive/charts/scope';
import { BusyChart } from '../../../../../src/renderer/panels/bottom/charts/busy-chart';
import { BusyTable } from '../../../../../src/renderer/panels/bottom/charts/busy-table';
import { FlowChart } from '../../../../../src/renderer/panels/bottom/charts/flow-chart';
import { FlowTable } from '../../../../../src/renderer/panels/bottom/charts/flow-table';
import { LatencyChart } from '../../../../../src/renderer/panels/bottom/charts/latency-chart';
import { LatencyTable } from '../../../../../src/renderer/panels/bottom/charts/latency-table';
import { PHASES } from '../../../../../src/shared/phases';
import { row } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

const facts = makeFacts({ tasks: 24, workers: 3, chunksize: 2 });

const props = (selection: readonly number[] = []) => ({
  facts,
  scope: null,
  stretch: stretchOf(facts, null),
  follows: false,
  selection: selection.map(row),
  size: { of: 'argument', against: 'dumps' } as const,
  width: 640,
  height: 220,
});

const render = (chart: ReactNode): string => renderToStaticMarkup(<Tooltip.Provider>{chart}</Tooltip.Provider>);

/** Values of an attribute in the markup, in order. */
function all(markup: string, pattern: RegExp): string[] {
  return [...markup.matchAll(pattern)].map((match) => match[1] ?? '');
}

const sum = (values: readonly string[]): number => values.reduce((total, value) => total + Number(value), 0);

describe('the chart of phases', () => {
  it('has a row for each phase, whose bars hold every task', () => {
    const markup = render(<LatencyChart {...props()} />);
    const rows = markup.split('<g data-phase=').slice(1);
    expect(rows).toHaveLength(PHASES.length);
    for (const part of rows) expect(sum(all(part, /data-part="(\d+)"/g))).toBe(24);
  });

  it('flags a selected task in every phase, at its own length', () => {
    expect(render(<LatencyChart {...props()} />)).not.toContain('chart-flag');
    const markup = render(<LatencyChart {...props([5])} />);
    expect(all(markup, /data-selected="(\d+)"/g)).toEqual(PHASES.map(() => '5'));
  });

  it('is a table of as many rows', () => {
    const markup = render(<LatencyTable {...props()} />);
    expect(markup).toContain('<caption>How long each phase took</caption>');
    expect(all(markup, /<th scope="row" data-align="left">([^<]*)/g)).toHaveLength(PHASES.length);
  });
});

describe('the chart of busy shares', () => {
  const plotPx = 640 - 72 - 88;

  it('has a bar for each worker, no longer than the run', () => {
    const markup = render(<BusyChart {...props()} />);
    const bars = markup.split('data-worker=').slice(1);
    expect(bars).toHaveLength(3);
    for (const bar of bars) {
      const width = sum(all(bar, /width="([\d.]+)" height="[\d.]+" fill="var/g));
      expect(width).toBeGreaterThan(plotPx * 0.9);
      expect(width).toBeLessThanOrEqual(plotPx + 0.01);
    }
  });

  it('outlines the worker of a selected task', () => {
    const worker = facts.data.table.columns.worker[7];
    const markup = render(<BusyChart {...props([7])} />);
    const chosen = markup.split('data-worker=').filter((part) => part.includes('chart-chosen'));
    expect(chosen).toHaveLength(1);
    expect(chosen[0]).toMatch(new RegExp(`^"${worker}"`));
    expect(render(<BusyTable {...props([7])} />)).toContain('4711<span class="visually-hidden">, selected');
  });
});

describe('the chart of throughput', () => {
  it('has every result in one bar, and the queue as one area', () => {
    const markup = render(<FlowChart {...props()} />);
    expect(sum(all(markup, /data-finished="(\d+)"/g))).toBe(24);
    expect(all(markup, /class="chart-depth" d="(M[^"]*Z)"/g)).toHaveLength(1);
  });

  it('marks when a selected task came back', () => {
    expect(render(<FlowChart {...props([1, 2])} />).match(/chart-chosen-line/g)).toHaveLength(2);
  });

  it('is a table whose results come to the same', () => {
    const markup = render(<FlowTable {...props()} />);
    const results = all(markup, /<tr[^>]*><th[^>]*>[^<]*<\/th><td[^>]*>[^<]*<\/td><td[^>]*>(\d+)/g);
    expect(sum(results)).toBe(24);
  });
});
