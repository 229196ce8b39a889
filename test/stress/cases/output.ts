/** Megabytes on stdout and stderr: never blocking, kept within bounds, what is missing counted for each worker. */
import { KEPT_BYTES, OutputLog } from '../../../src/main/run/output-log';
import type { OutputEntry } from '../../../src/shared/run-events';
import { makePool, own, range } from '../make-pool';
import type { StressCase } from '../stress-case';

const MB = 1024 * 1024;

const bytesOf = (entries: readonly OutputEntry[]): number =>
  entries.reduce((sum, { text, leftOut }) => sum + text.length + leftOut, 0);

export const outputCase: StressCase = {
  name: 'output',
  sentence: 'megabytes on stdout and stderr: counted to the last byte, kept within bounds, no task blocked',
  limitMs: [30_000, 60_000],
  run: async (lab) => {
    const tasks = lab.sized(8, 64);
    const wanted = 2 * tasks * MB;
    const log = new OutputLog();
    const printed = new Set<string>();
    let seen = 0;
    let all = (): void => undefined;
    const complete = new Promise<void>((resolve) => {
      all = resolve;
    });
    const output = (worker: number, stream: 'stdout' | 'stderr', text: string): void => {
      log.add(worker, stream, text);
      printed.add(`${worker} ${stream}`);
      seen += text.length;
      if (seen === wanted) all();
    };
    const pool = makePool(lab, {}, { output });
    const results = await pool.map(
      own(lab, 'noisy'),
      range(tasks).map(() => MB),
      1,
    );
    pool.close();
    await pool.join();
    // Pipes can be read to their end after the exit of who wrote to them.
    await complete;
    const entries = log.take();
    lab.claim(
      'results',
      results.every((bytes) => bytes === MB),
      true,
    );
    lab.claim('bytes shown and bytes left out', bytesOf(entries), wanted);
    lab.claim('workers and streams', new Set(entries.map(({ worker, stream }) => `${worker} ${stream}`)), printed);
    lab.atMost('bytes kept of one stream', Math.max(...entries.map(({ text }) => text.length)), KEPT_BYTES);
    lab.note(`${wanted / MB} MB`);
  },
};
