import { CompressionType, setCompressionCodec, tableFromIPC } from '@uwdata/flechette';
import { describe, expect, it } from 'vitest';
import { lz4 } from '../../../../src/shared/session/compression';
import { MOMENTS, OUTCOMES } from '../../../../src/shared/telemetry';
import { makeFacts, makeRun } from '../../../fixtures/make-run';
import { encoded, inWholeNs } from './session-file';

setCompressionCodec(CompressionType.LZ4_FRAME, lz4);

describe('a reader of Arrow that knows nothing of Poolscope', () => {
  const options = { tasks: 30, workers: 3, crash: 1, failEvery: 11 };
  const table = tableFromIPC(new Uint8Array(encoded(inWholeNs(makeRun(options)))));
  const records = table.toArray() as Record<string, unknown>[];

  it('finds every run of every task, with words for what has words', () => {
    const { data } = makeFacts(options);
    const { columns, length } = data.table;
    const latest = new Map(records.filter(({ kind }) => kind === 'task').map((record) => [record.row, record]));
    expect(latest.size).toBe(length);
    for (let row = 0; row < length; row++) {
      expect(latest.get(row)).toMatchObject({
        task: columns.task[row],
        worker: columns.worker[row],
        outcome: OUTCOMES[columns.outcome[row] ?? 0],
      });
    }
  });

  it('comes to a moment by adding up those before it', () => {
    const { data } = makeFacts(options);
    const record = records.find(({ kind, outcome, row }) => kind === 'task' && outcome === 'completed' && row === 0);
    const upTo = MOMENTS.slice(0, MOMENTS.indexOf('runEnd') + 1);
    const sum = upTo.reduce((at, moment) => at + Number(record?.[moment]), 0);
    expect(Math.abs(sum - (data.table.columns.runEnd[0] ?? 0))).toBeLessThan(1);
  });

  it('finds the header, and the unit of each column', () => {
    expect(JSON.parse(table.schema.metadata?.get('poolscope') ?? '')).toMatchObject({ version: 2, mainPid: 4000 });
    const field = (name: string) => table.schema.fields.find((one) => one.name === name)?.metadata;
    expect(field('runEnd')?.get('unit')).toBe('ns');
    expect(field('submitted')?.get('since')).toBe('the clock base');
    expect(field('memoryBytes')?.get('unit')).toBe('B');
  });
});
