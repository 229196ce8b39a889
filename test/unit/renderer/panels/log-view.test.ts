import { describe, expect, it } from 'vitest';
import { leftOutWords, linesOf, logNote, workerChoices } from '../../../../src/renderer/panels/bottom/log/log-view';
import { LogLines, MOST_LINES } from '../../../../src/renderer/store/log-lines';
import type { WorkerRecord } from '../../../../src/shared/telemetry';

const record = (index: number, pid: number | null): WorkerRecord => ({
  index,
  slot: index,
  pid,
  name: `poolscope-worker-${index}`,
  spawnedAt: 0,
  readyAt: null,
  exitingAt: null,
  exit: null,
});

const printed = (worker: number, text: string, leftOut = 0) => ({ worker, stream: 'stdout' as const, text, leftOut });

describe('the log panel', () => {
  it('shows one worker’s lines or all of them', () => {
    const log = new LogLines();
    for (const entry of [printed(0, 'a\n'), printed(2, 'b\n'), printed(0, 'c\n')]) log.add(entry);
    expect(linesOf(log, 0).map(({ text }) => text)).toEqual(['a', 'c']);
    expect(linesOf(log, null).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(logNote(log, 2)).toBe('1 line');
    expect(logNote(log, null)).toBe('3 lines');
  });

  it('draws what was there when it was asked, while the log goes on', () => {
    const log = new LogLines();
    log.add(printed(0, 'a\n'));
    const drawn = linesOf(log, null);
    log.add(printed(0, 'b\n'));
    expect(drawn).toHaveLength(1);
  });

  it('offers the workers that have printed, by PID and slot', () => {
    const log = new LogLines();
    for (const entry of [printed(2, 'b\n'), printed(0, 'a\n')]) log.add(entry);
    const workers = [record(0, 4711), record(1, 4712), record(2, null)];
    expect(workerChoices(log, workers).map(({ value, text }) => [value, text])).toEqual([
      ['all', 'All workers'],
      ['0', 'PID 4711, slot 0'],
      ['2', 'PID –, slot 2'],
    ]);
  });

  it('says how many bytes are not here any more, also of a worker that has no line left', () => {
    const log = new LogLines();
    log.add(printed(1, 'gone\n'));
    log.add(printed(0, 'line\n'.repeat(MOST_LINES)));
    expect(logNote(log, 1)).toBe('0 lines, 5 bytes left out');
    expect(logNote(log, null)).toBe('10,000 lines, 5 bytes left out');
    expect(workerChoices(log, [record(0, 1), record(1, 2)])).toHaveLength(3);
  });

  it('counts what main left out as bytes, not as a line', () => {
    const log = new LogLines();
    log.add(printed(1, 'gone\n'));
    log.add(printed(0, 'line\n'.repeat(MOST_LINES - 1), 70_000));
    log.add(printed(0, 'end\n', 30_000));
    expect(logNote(log, 1)).toBe('0 lines, 5 bytes left out');
    // The gap of 70,000 and the first line had to go for the two that came last.
    expect(logNote(log, 0)).toBe('9,999 lines, 100,005 bytes left out');
    expect([leftOutWords(70_000), leftOutWords(1)]).toEqual(['70,000 bytes left out', '1 byte left out']);
  });
});
