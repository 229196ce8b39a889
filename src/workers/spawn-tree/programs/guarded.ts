/** The program of the lesson, with its guard. The lesson shows this text from its imports on. */
import { Pool, thisModule, workersWanted } from '../multiprocessing';

export function square(n: number): number {
  return n * n;
}

if (thisModule.name === '__main__') {
  const pool = await Pool.start(workersWanted());
  await pool.map(square, [1, 2, 3, 4]);
  pool.close();
  await pool.join();
}
