import { describe, expect, it } from 'vitest';
import { createLogStore, takeOutput } from '../../../../src/renderer/store/log';
import { LINE_CHARS, LogLines, MOST_BYTES, MOST_LINES } from '../../../../src/renderer/store/log-lines';
import { NO_ANNOTATIONS } from '../../../../src/shared/annotations';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { OutputEntry, RunStarted } from '../../../../src/shared/run-events';
import { LIVE } from '../../../../src/shared/run-source';

const printed = (text: string, worker = 0, stream: OutputEntry['stream'] = 'stdout', leftOut = 0): OutputEntry => ({
  worker,
  stream,
  text,
  leftOut,
});
const logOf = (...entries: OutputEntry[]): LogLines => {
  const log = new LogLines();
  for (const entry of entries) log.add(entry);
  return log;
};
const texts = (log: LogLines): string[] => log.lines.map(({ text }) => text);

describe('the lines of the log', () => {
  it('are put together from pieces, for each worker and stream apart', () => {
    const log = logOf(printed('hel'), printed('other\n', 1), printed('oops', 0, 'stderr'), printed('lo\r\n\nnext'));
    expect(log.lines.map(({ worker, stream, text }) => [worker, stream, text])).toEqual([
      [0, 'stdout', 'hello'],
      [1, 'stdout', 'other'],
      [0, 'stderr', 'oops'],
      [0, 'stdout', ''],
      [0, 'stdout', 'next'],
    ]);
  });

  it('join a line end that came in two pieces', () => {
    expect(texts(logOf(printed('a\r'), printed('\nb\n')))).toEqual(['a', 'b']);
  });

  it('say where main has left something out, and do not join across it', () => {
    const log = logOf(printed('cut'), printed('rest\n', 0, 'stdout', 70_000));
    expect(log.lines.map(({ text, leftOut }) => [text, leftOut])).toEqual([
      ['cut', 0],
      ['', 70_000],
      ['rest', 0],
    ]);
  });

  it('are broken when they are too long, between characters', () => {
    const text = `${'x'.repeat(LINE_CHARS - 1)}🎉${'y'.repeat(2 * LINE_CHARS)}`;
    const log = logOf(printed(text), printed('z\n'));
    expect(texts(log).join('')).toBe(`${text}z`);
    expect(texts(log)[0]).toBe('x'.repeat(LINE_CHARS - 1));
    expect(Math.max(...texts(log).map(({ length }) => length))).toBe(LINE_CHARS);
  });

  it('are forgotten from the oldest on, counted in bytes for each worker', () => {
    const log = logOf(printed('äö\n', 1), printed('gone\n', 2, 'stdout', 1000));
    log.add(printed('line\n'.repeat(MOST_LINES)));
    expect(log.lines).toHaveLength(MOST_LINES);
    expect(new Set(texts(log))).toEqual(new Set(['line']));
    expect([log.goneBytes(0), log.goneBytes(1), log.goneBytes(2)]).toEqual([0, 5, 1005]);
    expect(log.goneBytes(null)).toBe(1010);
    expect(log.added).toBe(MOST_LINES + 3);
  });

  it('take a bounded number of bytes, and none is lost count of', () => {
    const log = new LogLines();
    const piece = 'w'.repeat(64 * 1024);
    const pieces = (3 * MOST_BYTES) / piece.length;
    for (let index = 0; index < pieces; index++) log.add(printed(piece));
    const kept = texts(log).join('').length;
    expect(kept).toBeLessThanOrEqual(MOST_BYTES);
    expect(kept).toBeGreaterThan(MOST_BYTES - LINE_CHARS - 1);
    expect(kept + log.goneBytes(0)).toBe(pieces * piece.length);
  });
});

describe('the log', () => {
  const started = (runId: number): RunStarted => ({
    type: 'started',
    runId,
    scenario: parseScenario({ version: 1, workload: { name: 'sleep' }, input: { items: [1] } }),
    title: 'Sleep',
    tasks: 1,
    chunksize: 1,
    mainPid: 1,
    epochMs: 0,
    source: LIVE,
    beside: false,
    annotations: NO_ANNOTATIONS,
  });

  it('begins anew with each run and takes no output of another one', () => {
    const store = createLogStore();
    takeOutput(store, started(1));
    takeOutput(store, { type: 'output', runId: 1, entries: [printed('first\n')] });
    expect(texts(store.getState().lines)).toEqual(['first']);
    const { revision } = store.getState();
    takeOutput(store, started(2));
    takeOutput(store, { type: 'output', runId: 1, entries: [printed('late\n')] });
    expect(texts(store.getState().lines)).toEqual([]);
    expect(store.getState().revision).toBe(revision + 1);
  });
});
