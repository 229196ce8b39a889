import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventSplitter } from '../../../../src/main/import/event-splitter';

interface Split {
  readonly events: unknown[];
  readonly members: Record<string, unknown>;
  readonly splitter: EventSplitter;
}

/** @param cuts where the bytes are cut into chunks */
function split(bytes: Buffer, cuts: readonly number[] = []): Split {
  const events: unknown[] = [];
  const members: Record<string, unknown> = {};
  const splitter = new EventSplitter({
    events: (part) => events.push(...(JSON.parse(`[${part.toString('utf8')}]`) as unknown[])),
    member: (key, json) => {
      members[key] = JSON.parse(json);
    },
  });
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  for (const [index, from] of [0, ...at].entries()) splitter.push(Buffer.from(bytes.subarray(from, at[index])));
  return { events, members, splitter };
}

/** Texts with what could be taken for the end of something. */
const awkward = fc.oneof(
  fc.string(),
  fc.constantFrom('}', ']}', '"', '\\', '\\"', '{"a":[', '\u2028', 'é{', '\ud83d\ude00"}', ',', 'traceEvents'),
);
const event = fc.record({
  name: awkward,
  ph: fc.constantFrom('X', 'B', 'i'),
  ts: fc.double({ noNaN: true, noDefaultInfinity: true }),
  args: fc.dictionary(awkward, fc.oneof(awkward, fc.array(fc.dictionary(awkward, awkward), { maxLength: 2 })), {
    maxKeys: 2,
  }),
});
const cuts = fc.array(fc.nat({ max: 5000 }), { maxLength: 40 });
const gap = fc.constantFrom('', ' ', '\n', '\r\n\t');

/** JSON has -0 as 0. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the splitter', () => {
  it('gives the same events however the bytes are cut, in both forms', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), cuts, gap, fc.boolean(), (events, where, space, bom) => {
        const array = `[${space}${events.map((one) => JSON.stringify(one)).join(`${space},${space}`)}${space}]`;
        const object = `{"otherData":{"a":"]}"},${space}"traceEvents"${space}:${array},"metadata":[1,{"b":"\\""}],"last":null}`;
        for (const text of [array, object]) {
          const { events: found, members, splitter } = split(Buffer.from((bom ? '\ufeff' : '') + text), where);
          expect(found).toEqual(asJson(events));
          expect(splitter.isWhole).toBe(true);
          if (text === object)
            expect(members).toEqual({ otherData: { a: ']}' }, metadata: [1, { b: '"' }], last: null });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives what is whole of a text that ends anywhere, and nothing else', () => {
    const events = [{ name: 'a"}', ts: 1 }, { name: 'b\\', args: { x: [1, { y: ']' }] } }, { name: 'ü' }];
    const texts = [JSON.stringify(events), JSON.stringify({ first: 1, traceEvents: events, after: { z: '}' } })];
    for (const text of texts) {
      const bytes = Buffer.from(text);
      let before = 0;
      for (let end = 0; end <= bytes.length; end++) {
        const { events: found, splitter } = split(bytes.subarray(0, end), [3, 17, 31]);
        expect(found).toEqual(events.slice(0, found.length));
        expect(found.length).toBeGreaterThanOrEqual(before);
        expect(splitter.isWhole && found.length < events.length && text.startsWith('{')).toBe(false);
        before = found.length;
      }
      expect(before).toBe(events.length);
    }
  });

  it('takes an array that nobody closed as whole, as the format allows, but not one that ends within an event', () => {
    expect(split(Buffer.from('[{"a":1},\n{"a":2},\n')).splitter.isWhole).toBe(true);
    expect(split(Buffer.from('[{"a":1},\n{"a":')).splitter.isWhole).toBe(false);
    expect(split(Buffer.from('{"traceEvents":[{"a":1}')).splitter.isWhole).toBe(false);
  });

  it('says how far whole events go', () => {
    expect(split(Buffer.from('[{"a":1},{"a":2},{"a"')).splitter.wholeBytes).toBe('[{"a":1},{"a":2}'.length);
  });

  it('knows what is no trace', () => {
    expect(split(Buffer.from('hello')).splitter.isForeign).toBe(true);
    expect(split(Buffer.from('{"version":1}')).splitter.isTrace).toBe(false);
    expect(split(Buffer.from('{1}')).splitter.isForeign).toBe(true);
  });

  it('comes to an end whatever the bytes are', () => {
    const noise = fc.array(fc.constantFrom(...'{}[]",:\\ 1a'), { maxLength: 60 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(fc.constantFrom('', '[', '{', '{"traceEvents":['), noise, cuts, (begin, text, where) => {
        const bytes = Buffer.from(begin + text);
        const splitter = new EventSplitter({ events: () => undefined, member: () => undefined });
        let from = 0;
        for (const to of [...where.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
          splitter.push(Buffer.from(bytes.subarray(from, to)));
          from = to;
        }
        expect(splitter.wholeBytes).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 3000 },
    );
  });
});
