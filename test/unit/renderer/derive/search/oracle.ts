/** Whether a row matches, said row by row in the plainest way: what the fast search is measured against. */

import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import type { FieldName } from '../../../../../src/renderer/derive/search/fields';
import { PHASE_NAMES } from '../../../../../src/renderer/derive/search/phase-names';
import type { Query } from '../../../../../src/renderer/derive/search/query';
import { taskFacts } from '../../../../../src/renderer/derive/task-facts';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { INTERVALS, type Phase, phaseNanos } from '../../../../../src/shared/phases';

export function plainMatches(query: Query, facts: Facts, row: number): boolean {
  const task = taskFacts(facts.data, row);
  if (task === null) return false;
  switch (query.type) {
    case 'and':
      return query.parts.every((part) => plainMatches(part, facts, row));
    case 'or':
      return query.parts.some((part) => plainMatches(part, facts, row));
    case 'not':
      return !plainMatches(query.part, facts, row);
    case 'state':
      if (query.state === 'retried') return task.attempt > 1;
      if (query.state === 'error') return task.outcome === 'failed' || task.outcome === 'lost';
      return task.outcome === query.state;
    case 'in':
      return task.outcome !== 'failed' && task.outcome !== 'cancelled' && phasesOf(facts, row, query.phase);
    case 'text':
      return errorTexts(facts, row).some((text) => text.toLowerCase().includes(query.text.toLowerCase()));
    case 'range': {
      const { min, max, exclusive } = query;
      const inside = (low: number, high: number): boolean =>
        exclusive ? high > min && low < max : high >= min && low <= max;
      if (query.field !== 'at') {
        const value = plainValue(query.field, facts, row);
        return inside(value, value);
      }
      const work = plainWork(facts, row);
      return inside(work.begin, work.end);
    }
  }
}

function plainValue(field: Exclude<FieldName, 'at'>, facts: Facts, row: number): number {
  const { columns } = facts.data.table;
  const task = taskFacts(facts.data, row);
  if (task === null) return Number.NaN;
  switch (field) {
    case 'pid':
      return task.pid ?? Number.NaN;
    case 'slot':
      return facts.data.workers[task.worker]?.slot ?? Number.NaN;
    case 'task':
    case 'worker':
    case 'chunk':
    case 'attempt':
      return task[field];
    case 'args':
      return task.argsBytes;
    case 'result':
      return task.resultBytes ?? Number.NaN;
    case 'bytes':
      return task.argsBytes + (columns.resultBytes[row] ?? 0);
    case 'total':
      return (columns.delivered[row] ?? 0) - (columns.submitted[row] ?? 0);
    default: {
      const known = PHASE_NAMES[field]
        .map((phase) => phaseNanos(columns, row, phase))
        .filter((ns) => !Number.isNaN(ns));
      return known.length === 0 ? Number.NaN : known.reduce((sum, ns) => sum + ns, 0);
    }
  }
}

function plainWork(facts: Facts, row: number): { readonly begin: number; readonly end: number } {
  const { table, workers } = facts.data;
  const { originNs } = runExtent(facts);
  const { argsLoadsBegin, resultDumpsEnd, runEnd, worker } = table.columns;
  const begin = (argsLoadsBegin[row] ?? 0) - originNs;
  const underWay = taskFacts(facts.data, row)?.outcome === 'pending';
  const ends = [
    resultDumpsEnd[row],
    underWay ? Number.POSITIVE_INFINITY : runEnd[row],
    workers[worker[row] ?? 0]?.exit?.at,
  ];
  const end = ends.find((at) => at !== undefined && !Number.isNaN(at)) ?? Number.POSITIVE_INFINITY;
  return { begin, end: end - originNs };
}

function phasesOf({ data: { table } }: Facts, row: number, name: keyof typeof PHASE_NAMES): boolean {
  const phases: readonly Phase[] = PHASE_NAMES[name];
  return INTERVALS.some(
    ({ phase, from, to }) =>
      phases.includes(phase) &&
      !Number.isNaN(table.columns[from][row] ?? 0) &&
      Number.isNaN(table.columns[to][row] ?? 0),
  );
}

function errorTexts({ data: { table }, ended }: Facts, row: number): string[] {
  const task = table.columns.task[row];
  const rows = Array.from({ length: table.length }, (_, other) => other);
  const latest = rows.filter((other) => table.columns.task[other] === task).at(-1);
  const errors = ended?.summary.errors ?? [];
  if (row !== latest) return [];
  return errors.filter((error) => error.task === task).map(({ name, message }) => `${name}: ${message}`);
}
