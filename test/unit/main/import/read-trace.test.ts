import { mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrace } from '../../../../src/main/import/read-trace';
import { readEvents, readText, traceFile } from './trace-file';

const X = { ph: 'X', pid: 1, tid: 1, cat: 'c' };
const small = [
  { ...X, name: 'outer', ts: 100, dur: 50, args: { a: 1 } },
  { ...X, name: 'inner', ts: 110, dur: 10 },
  { ...X, name: 'other', ts: 130.5, dur: 5, tid: 2 },
];

describe('a trace of another tool', () => {
  it('is read as an array, as an object, with a byte order mark and packed, all the same', async () => {
    const array = JSON.stringify(small);
    const object = JSON.stringify({ displayTimeUnit: 'ns', traceEvents: small, metadata: { a: [1, { b: '}' }] } });
    const expected = (await readText(array)).facts.data.slices;
    expect(expected.lanes.map(({ begin, end }) => [...begin].map((at, index) => [at, end[index]]))).toEqual([
      [
        [0, 50_000],
        [10_000, 20_000],
      ],
      [[30_500, 35_500]],
    ]);
    for (const content of [object, `\ufeff${array}`, gzipSync(object), array.slice(0, -1)]) {
      const { facts, trouble } = await readText(content);
      expect(trouble).toBeNull();
      expect(facts.data.slices).toEqual(expected);
    }
  });

  it('gives a prefix of its slices wherever it is cut off, packed or not, and says so', async () => {
    const text = JSON.stringify({ traceEvents: small });
    const array = text.indexOf('[') + 1;
    let most = 0;
    for (let end = array; end < text.length; end++) {
      const { facts, trouble } = await readText(text.slice(0, end));
      expect(trouble).toMatch(/: cut off after \d events?, \d+ bytes of JSON; all before that is shown$/);
      expect(facts.ended?.status).toBe('unfinished');
      expect(facts.data.slices.count).toBeGreaterThanOrEqual(most);
      most = Math.max(most, facts.data.slices.count);
    }
    expect(most).toBe(3);
    const packed = gzipSync(text.repeat(1));
    const { facts, trouble } = await readText(packed.subarray(0, packed.length - 4));
    expect(trouble).toMatch(/gzip data end early or are damaged/);
    expect(facts.data.slices.count).toBe(3);
  });

  it.each([
    ['', /expected a trace, and the file is empty/],
    ['hello', /and this is no JSON/],
    ['{"version":1}', /and there is no such array in it/],
    ['{"traceEvents":{}}', /and there is no such array in it/],
    [gzipSync('{"a":1}').subarray(0, -6), /its gzip data end early or are damaged/],
  ])('is refused in one sentence where it is none (%j)', async (content, sentence) => {
    const path = traceFile(content);
    await expect(readTrace(path)).rejects.toThrow(sentence);
    await expect(readTrace(path)).rejects.toThrow(path);
  });

  it('is refused where it is a folder, or not there', async () => {
    const path = `${traceFile('x')}-folder`;
    mkdirSync(path);
    await expect(readTrace(path)).rejects.toThrow(/this is a folder/);
    await expect(readTrace(`${path}/none`)).rejects.toThrow(/there is no such file/);
  });

  it('tells what of it is left out, and why', async () => {
    const { facts } = await readEvents([
      ...small,
      { ...X, name: 'no ts', dur: 1 },
      { ...X, name: 'no length', ts: 1000, dur: -1 },
      { ph: 'E', pid: 1, tid: 1, ts: 120 },
      { ph: 'N', pid: 1, tid: 1, ts: 120 },
      { ph: 'constructor', pid: 1, ts: 120 },
      7,
      null,
      { name: 'no ph' },
    ]);
    const [notice] = facts.data.slices.notices;
    expect(notice).toMatch(/^8 events were left out: /);
    for (const part of [
      '3 without the field "ph", a string',
      '1 without the field "ts", a number of microseconds',
      '1 of kind X without the field "dur"',
      '2 of kinds that are not drawn (N, construc)',
      '1 that end what was never begun',
    ])
      expect(notice).toContain(part);
    expect(facts.data.slices.count).toBe(3);
  });

  it('leaves out an event that is no JSON, and reads those around it', async () => {
    const [first, second, third] = small.map((event) => JSON.stringify(event));
    const { facts } = await readText(`[${first},{"ph":"X","ts":NaN},${second},{"a" 1},${third}]`);
    expect(facts.data.slices.count).toBe(3);
    expect(facts.data.slices.notices[0]).toBe('2 events were left out: 2 that are not JSON.');
  });

  it('leaves out times that are no numbers, though JSON has them, and keeps those around them', async () => {
    const event = (ts: string, more = ''): string => `{"ph":"i","pid":1,"tid":1,"name":"m","ts":${ts}${more}}`;
    const texts = [event('1e999'), event('-1e999'), event('1e300'), event('"1e400"'), event('5'), event('7')];
    const complete = `{"ph":"X","pid":1,"tid":1,"name":"x","ts":6,"dur":1e999}`;
    const { facts } = await readText(`[${[...texts, complete].join(',')}]`);
    const [lane] = facts.data.slices.lanes;
    expect([...(lane?.marks.at ?? [])]).toEqual([0, 2000]);
    const said = facts.data.slices.notices.join(' ');
    expect(said).toContain('5 events were left out: 4 without the field "ts"');
    expect(said).toContain('1 of kind X without the field "dur"');
  });

  it('comes to an end soon where a hundred thousand begins and ends do not fit', async () => {
    const count = 100_000;
    const made = Array.from({ length: 2 * count }, (_, index) =>
      index < count ? { ...X, ph: 'B', name: 'a', ts: index } : { ...X, ph: 'E', name: 'b', ts: index },
    );
    const { facts } = await readEvents(made);
    expect(facts.data.slices.count).toBe(count);
    expect(facts.data.slices.notices.join(' ')).toContain('100,000 that end what was never begun');
  }, 15_000);

  it('comes to an end soon where a hundred thousand of one id are open at once', async () => {
    const count = 100_000;
    const made = Array.from({ length: 2 * count }, (_, index) => {
      const ph = index < count ? 'b' : 'e';
      return { ph, pid: 1, cat: 'c', id: '1', name: `n${index % count}`, ts: index };
    });
    const { facts } = await readEvents(made);
    const [lane] = facts.data.slices.lanes;
    expect(facts.data.slices.count).toBe(count);
    expect((lane?.end[0] ?? 0) - (lane?.begin[0] ?? 0)).toBe(count * 1000);
  }, 15_000);

  it('shows a file of VizTracer though what it says of itself is damaged', async () => {
    const { facts } = await readText(`{"traceEvents":${JSON.stringify(small)},"viztracer_metadata":{"overflow":tru}}`);
    expect(facts.data.slices.count).toBe(3);
  });

  it('pairs begins and ends, in any order of the file, and lets what has no end last', async () => {
    const B = (name: string, ts: number) => ({ ph: 'B', pid: 1, tid: 1, name, ts });
    const E = (ts: number, name?: string) => ({ ph: 'E', pid: 1, tid: 1, ts, ...(name === undefined ? {} : { name }) });
    const { facts } = await readEvents([
      E(40),
      B('a', 0),
      E(20, 'b'),
      B('b', 10),
      B('open', 50),
      { ...X, ts: 90, dur: 10 },
    ]);
    const { lanes, texts, notices } = facts.data.slices;
    const [lane] = lanes;
    const named = [...(lane?.nameText ?? [])].map((text, slice) => [texts[text], lane?.begin[slice], lane?.end[slice]]);
    expect(named).toEqual([
      ['a', 0, 40_000],
      ['open', 50_000, 100_000],
      ['b', 10_000, 20_000],
      ['', 90_000, 100_000],
    ]);
    expect(notices).toEqual(['1 slice has no end and lasts until that of the trace.']);
  });

  it('has counters, moments, arrows and what overlaps', async () => {
    const { facts } = await readEvents([
      ...small,
      { ph: 'C', pid: 1, name: 'heap', ts: 120, args: { used: 5, free: '7', text: 'x' } },
      { ph: 'C', pid: 1, name: 'heap', ts: 110, args: { used: 3 } },
      { ph: 'i', pid: 1, tid: 1, ts: 140, s: 't', name: 'tick' },
      { ph: 's', pid: 1, tid: 1, ts: 110, id: 1, cat: 'f', name: 'go' },
      { ph: 'f', pid: 1, tid: 2, ts: 131, id: 1, cat: 'f', name: 'go', bp: 'e' },
      { ph: 'b', pid: 1, ts: 100, id: '0x1', cat: 'net', name: 'one' },
      { ph: 'b', pid: 1, ts: 105, id: '0x2', cat: 'net', name: 'two' },
      { ph: 'e', pid: 1, ts: 130, id: '0x1', cat: 'net', name: 'one' },
      { ph: 'e', pid: 1, ts: 140, id: '0x2', cat: 'net', name: 'two' },
    ]);
    const { counters, lanes, flows } = facts.data.slices;
    expect(
      counters.map(({ name, series }) => [name, series.map((one) => [one.name, [...one.at], [...one.value]])]),
    ).toEqual([
      [
        'heap',
        [
          ['used', [10_000, 20_000], [3, 5]],
          ['free', [20_000], [7]],
        ],
      ],
    ]);
    expect([...(lanes[0]?.marks.at ?? [])]).toEqual([40_000]);
    expect(flows).toMatchObject({
      fromLane: Uint32Array.of(0),
      toLane: Uint32Array.of(1),
      toAt: Float64Array.of(31_000),
    });
    expect(lanes[2]).toMatchObject({ kind: 'async', name: 'net', rows: Uint32Array.of(0, 1, 2) });
  });

  it('has processes and threads by name and in the order that they ask for', async () => {
    const M = (name: string, pid: number, tid: number, args: object) => ({ ph: 'M', name, pid, tid, args });
    const { facts } = await readEvents([
      M('process_name', 1, 0, { name: 'second' }),
      M('process_sort_index', 1, 0, { sort_index: 5 }),
      M('process_name', 2, 0, { name: 'first' }),
      M('thread_name', 2, 9, { name: 'late' }),
      M('thread_sort_index', 2, 9, { sort_index: 3 }),
      ...[
        [1, 1],
        [2, 9],
        [2, 10],
        ['a', 'b'],
      ].map(([pid, tid]) => ({ ...X, pid, tid, ts: 1, dur: 1 })),
    ]);
    expect(facts.data.slices.lanes.map(({ process, name }) => `${process}/${name}`)).toEqual([
      'first/thread 10',
      'first/late',
      'PID a/thread b',
      'second/thread 1',
    ]);
  });

  it('never lets two slices of a row overlap, and keeps all of them, whatever they are', async () => {
    const slices = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 30 })), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(slices, async (spans) => {
        const { facts } = await readEvents(spans.map(([ts, dur]) => ({ ...X, ts, dur, name: `${ts}+${dur}` })));
        const [lane] = facts.data.slices.lanes;
        expect(facts.data.slices.count).toBe(spans.length);
        if (lane === undefined) return;
        for (let row = 0; row + 1 < lane.rows.length; row++) {
          for (let slice = (lane.rows[row] ?? 0) + 1; slice < (lane.rows[row + 1] ?? 0); slice++)
            expect(lane.begin[slice]).toBeGreaterThanOrEqual(lane.end[slice - 1] ?? 0);
        }
        // Of those that nest, each lies in one of the row above.
        const lengths = (row: number) => [...lane.begin.subarray(lane.rows[row], lane.rows[row + 1])].length;
        expect(lengths(0)).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
