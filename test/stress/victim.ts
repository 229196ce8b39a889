/** A main process that is killed: it starts a pool, says whom it started, and waits for its end. */

import { calls, makePool } from './make-pool';
import type { MakeEngine } from './stress-case';
import { StressLab } from './stress-case';

/** What its workers are at when it is killed. */
export const VICTIM_STATES = ['booting', 'idle', 'computing', 'waiting'] as const;
export type VictimState = (typeof VICTIM_STATES)[number];
export const VICTIM_WORKERS = 4;

export async function beVictim(state: VictimState, root: string, makeEngine: MakeEngine): Promise<void> {
  const lab = new StressLab(root, false, makeEngine);
  let running = 0;
  const told = (): void => void process.stdout.write(`${JSON.stringify({ type: 'victim', pids: lab.pids })}\n`);
  const pool = makePool(
    lab,
    { processes: VICTIM_WORKERS },
    {
      workerChanged: () => {
        if (state === 'booting' && lab.pids.length === VICTIM_WORKERS) told();
      },
      // A task is reported as soon as it has begun.
      chunkProgress: () => {
        if (++running === VICTIM_WORKERS) told();
      },
    },
  );
  await pool.ready;
  if (state === 'idle') told();
  const items = Array.from({ length: VICTIM_WORKERS }, () => 1e12);
  if (state === 'computing') await pool.map(calls('count-primes'), items, 1);
  else if (state === 'waiting') await pool.map(calls('hang', { every: 1 }), items, 1);
  // Nothing else may keep it alive; whoever asked for it kills it.
  setInterval(() => undefined, 60_000);
}
