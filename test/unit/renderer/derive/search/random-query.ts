/** Random queries in the form in which the reader gives them, with values that made-up runs have. */
import fc from 'fast-check';
import { FIELD_NAMES, FIELDS, type FieldName } from '../../../../../src/renderer/derive/search/fields';
import { PHASE_NAMES, type PhaseName } from '../../../../../src/renderer/derive/search/phase-names';
import { type Query, STATES } from '../../../../../src/renderer/derive/search/query';

const LARGEST: Readonly<Partial<Record<FieldName, number>>> = {
  task: 60,
  pid: 4720,
  worker: 5,
  slot: 4,
  chunk: 12,
  attempt: 3,
  args: 2400,
  result: 128,
  bytes: 2400,
  at: 500e6,
  total: 500e6,
  run: 40e6,
};

function value(field: FieldName): fc.Arbitrary<number> {
  const largest = LARGEST[field] ?? 2e6;
  const whole = fc.integer({ min: field === 'pid' ? 4705 : 0, max: largest });
  if (FIELDS[field].kind !== 'duration') return whole;
  // Times are whole ns as a rule, but need not be: the bins of a histogram are not.
  return fc.oneof(
    whole,
    whole.map((ns) => Math.round(ns / 1e3) * 1e3),
    fc.double({ min: 0.001, max: largest, noNaN: true, noDefaultInfinity: true }),
  );
}

const range = fc.constantFrom(...FIELD_NAMES).chain((field) =>
  fc
    .tuple(value(field), value(field), fc.constantFrom('one', 'both', 'min', 'max'), fc.boolean())
    .map(([a, b, bounds, exclusive]): Query => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      if (bounds === 'one') return { type: 'range', field, min: a, max: a, exclusive: false };
      if (bounds === 'both') return { type: 'range', field, min: low, max: high, exclusive: false };
      if (bounds === 'min') return { type: 'range', field, min: a, max: Number.POSITIVE_INFINITY, exclusive };
      return { type: 'range', field, min: Number.NEGATIVE_INFINITY, max: a, exclusive };
    }),
);

const term: fc.Arbitrary<Query> = fc.oneof(
  { weight: 5, arbitrary: range },
  { weight: 3, arbitrary: fc.constantFrom(...STATES).map((state): Query => ({ type: 'state', state })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...(Object.keys(PHASE_NAMES) as PhaseName[]))
      .map((phase): Query => ({ type: 'in', phase })),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(fc.constantFrom('ValueError', 'zero', 'item 5'), fc.string({ minLength: 1 }))
      .map((text): Query => ({ type: 'text', text })),
  },
);

export const randomQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    fc.record({
      type: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('not' as const), part: tie('query') }),
  ),
})).query;
