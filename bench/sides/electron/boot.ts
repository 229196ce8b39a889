/** Times a fresh pool from its making to its first reply, and to the moment when every worker is ready. */
import { startClock } from '../../../src/main/clock';
import type { Engine } from '../../../src/main/engines/engine';
import { Pool } from '../../../src/main/pool/pool';
import { engines } from './engines';
import { sumOfSquares } from './function-specs';

/** @param subject name of an engine; with `-whole` at its end: until every worker is ready */
export async function boot(subject: string, workers: number): Promise<number> {
  const whole = subject.endsWith('-whole');
  const name = whole ? subject.slice(0, -'-whole'.length) : subject;
  const engine: Engine | undefined = engines[name as keyof typeof engines];
  if (engine === undefined) throw new Error(`no engine is called ${name}`);
  const begin = performance.now();
  const pool = new Pool({ processes: workers, spawn: engine.spawn, clock: startClock() });
  try {
    await (whole ? pool.ready : pool.applyAsync(sumOfSquares, 0));
    return performance.now() - begin;
  } finally {
    // Those that still boot would be in the way of the next measurement.
    await pool.ready;
    await pool.terminate();
  }
}
