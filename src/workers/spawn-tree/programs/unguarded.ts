/** The program of the lesson, without its guard: whoever imports it makes a pool. */
import { Pool, workersWanted } from '../multiprocessing';

export function square(n: number): number {
  return n * n;
}

const pool = await Pool.start(workersWanted());
await pool.map(square, [1, 2, 3, 4]);
pool.close();
await pool.join();
