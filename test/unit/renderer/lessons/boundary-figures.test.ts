import { expect, it } from 'vitest';
import { BACK, boundaryFigures, OUT, phasesNs } from '../../../../src/renderer/lessons/boundary-figures';
import { formatMicros } from '../../../../src/shared/format';
import { makeFacts } from '../../../fixtures/make-run';

const facts = makeFacts({ tasks: 31, workers: 3, failEvery: 7 });
const { columns, length } = facts.data.table;
const at = (column: Float64Array, row: number): number => column[row] ?? Number.NaN;

/** Of a list, by sorting it. */
function middle(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return ((known[Math.floor((known.length - 1) / 2)] ?? 0) + (known[Math.ceil((known.length - 1) / 2)] ?? 0)) / 2;
}

const rows = Array.from({ length }, (_, row) => row);
const out = (row: number): number =>
  at(columns.argsDumpsEnd, row) -
  at(columns.argsDumpsBegin, row) +
  (at(columns.argsReceived, row) - at(columns.argsSent, row)) +
  (at(columns.runBegin, row) - at(columns.argsLoadsBegin, row));

it('tells the whole way out as dumps, flight and loads of the task in the middle', () => {
  expect(phasesNs(facts, ...OUT)).toBeCloseTo(middle(rows.map(out)), 3);
});

it('tells out and back on two lines, with the sum behind it in ms', () => {
  const whole = boundaryFigures(facts).find(({ label }) => label === 'Whole way, out and back');
  const [outNs, backNs] = [phasesNs(facts, ...OUT), phasesNs(facts, ...BACK)];
  expect(whole?.text).toBe(`${formatMicros(outNs)}\n${formatMicros(backNs)}`);
  expect(whole?.value).toBeCloseTo((outNs + backNs) / 1e6, 6);
});

it('tells which share of a task its way is', () => {
  const share = boundaryFigures(facts).find(({ label }) => label === 'Boundary')?.value ?? Number.NaN;
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(1);
});

it('has nothing to tell of a run without tasks', () => {
  for (const { value } of boundaryFigures(makeFacts({ tasks: 0 }))) expect(value).toBeNaN();
});
