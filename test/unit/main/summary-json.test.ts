import fc from 'fast-check';
import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { summaryJson } from '../../../src/main/cli/summary-json';
import { parseScenario } from '../../../src/shared/parse-scenario';
import { type Summary, summarize } from '../../../src/shared/summary';
import { makeColumns } from '../../../src/shared/telemetry';

const facts = {
  scenario: parseScenario({ version: 1, name: 'Test “quoted”\n', workload: { name: 'sleep' } }),
  finished: true,
  mainPid: 10,
  pids: [11, 12],
  chunksize: 3,
  tasks: { submitted: 4, completed: 3, failed: 1, lost: 0, retried: 0 },
  wallNanos: 1_234_567,
  maxQueueDepth: 2,
  errors: [{ task: 2, name: 'Error', message: 'raised', stack: 'Error: raised\n    at work' }],
  dropped: 0,
};

const withResults = (results: readonly unknown[]): Summary => summarize({ ...facts, results }, makeColumns(1), 0);

/** The text of the results alone. */
function resultsText(results: readonly unknown[]): string {
  const text = summaryJson(withResults(results));
  return /"results":(.*),"telemetry":/s.exec(text)?.[1] ?? text;
}

describe('the summary as JSON', () => {
  it('is what JSON.stringify writes, for a summary of plain values', () => {
    const summary = summarize(facts, makeColumns(1), 0);
    expect(summaryJson(summary)).toBe(JSON.stringify(summary));
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (results) => {
        expect(summaryJson(withResults(results))).toBe(JSON.stringify(withResults(results)));
      }),
    );
  });

  it('is one line', () => {
    expect(summaryJson(withResults(['two\nlines']))).not.toContain('\n');
  });

  it('has no results where none were asked for', () => {
    expect(summaryJson(summarize(facts, makeColumns(1), 0))).not.toContain('"results"');
  });
});

describe('a result as JSON', () => {
  it('that is a large integer is written exactly', () => {
    expect(resultsText([333_332_833_333_500_000n, 2n ** 200n, -(2n ** 64n), 0n])).toBe(
      '[333332833333500000,1606938044258990275541962092341162602522202993782792835301376,-18446744073709551616,0]',
    );
  });

  it('that is any integer comes back as the same one', () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        expect(parse(resultsText([value]), null, BigInt)).toEqual([value]);
      }),
    );
  });

  it('that is no finite number is null, as JSON has none', () => {
    expect(resultsText([Number.NaN, Number.POSITIVE_INFINITY, { deep: [Number.NEGATIVE_INFINITY] }])).toBe(
      '[null,null,{"deep":[null]}]',
    );
  });

  it('that is a typed array is an array', () => {
    expect(resultsText([new Uint8Array([1, 2, 255]), new Float64Array([0.5, -1]), new Uint16Array()])).toBe(
      '[[1,2,255],[0.5,-1],[]]',
    );
    expect(resultsText([{ tile: Buffer.from([7, 8]) }])).toBe('[{"tile":[7,8]}]');
  });

  it('that is a typed array holds the same exact integers and nulls', () => {
    expect(resultsText([new BigUint64Array([2n ** 64n - 1n]), new Float32Array([Number.NaN, 1.5])])).toBe(
      '[[18446744073709551615],[null,1.5]]',
    );
  });

  it('that is part of a larger array holds its own part only', () => {
    expect(resultsText([new Uint8Array([1, 2, 3, 4]).subarray(1, 3)])).toBe('[[2,3]]');
  });

  it('that is nothing keeps its place', () => {
    expect(resultsText([undefined, null, 1])).toBe('[null,null,1]');
  });
});
