/** Times a fresh pool from its making to its first reply, and to the moment when every worker is ready. */
import { startClock } from '../../../src/main/clock';
import type { Engine } from '../../../src/main/engines/engine';
import { Pool } from '../../../src/main/pool/pool';
import { engines } from './engines';
import { sumOfSquares } from './function-specs';
import { openRaw } from './raw';

/**
 * @param subject name of an engine: until the first reply; with `-whole` at its end: until every worker is ready.
 *   `raw-whole`: utility processes with no pool around them, until each has echoed
 */
export async function boot(subject: string, workers: number): Promise<number> {
  if (subject === 'raw-whole') return bootRaw(workers);
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

async function bootRaw(workers: number): Promise<number> {
  const begin = performance.now();
  const raw = await openRaw({ workers });
  const taken = performance.now() - begin;
  await raw.end();
  return taken;
}
