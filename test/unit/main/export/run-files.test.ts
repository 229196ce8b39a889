import { expect, test } from 'vitest';
import { PieceBuffer } from '../../../../src/main/export/piece-buffer';
import { RunFiles } from '../../../../src/main/export/run-files';
import type { RunEvent, RunStarted } from '../../../../src/shared/run-events';
import { makeRun } from '../../../fixtures/make-run';

const started = (runId: number, source: RunStarted['source']): RunEvent => {
  const [first] = makeRun();
  if (first?.type !== 'started') throw new Error('A run begins with its start');
  return { ...first, runId, source, title: `Run ${runId}` };
};

test('a run has the file that it was opened from, or that it was recorded into once nothing is written there', async () => {
  const settled: string[] = [];
  const files = new RunFiles({
    pathOf: (runId) => (runId === 2 ? '/recordings/two.poolscope' : null),
    settled: async (path) => void settled.push(path),
  });
  files.take(started(1, { kind: 'file', path: '/home/trace.json', format: 'viztracer' }));
  files.take(started(2, { kind: 'live' }));
  files.take(started(3, { kind: 'live' }));
  expect(await files.fileOf(1)).toBe('/home/trace.json');
  expect(await files.fileOf(2)).toBe('/recordings/two.poolscope');
  expect(settled).toContain('/recordings/two.poolscope');
  await expect(files.fileOf(3)).rejects.toThrow('This run was not recorded, so there is nothing to export it from.');
  expect(files.titleOf(2)).toBe('Run 2');
});

test('pieces in memory become one, in whatever order they come', async () => {
  const buffer = new PieceBuffer();
  await buffer.write(Uint8Array.of(4, 5), 3);
  await buffer.write(Uint8Array.of(1, 2, 3), 0);
  await buffer.write(Uint8Array.of(9), 1);
  expect([...buffer.bytes]).toEqual([1, 9, 3, 4, 5]);
});
