/** Main killed with SIGKILL, whatever its workers are at: every one of them is gone within two seconds. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive } from '../../../scripts/lib/is-alive.mjs';
import type { StressCase } from '../stress-case';
import { VICTIM_STATES, VICTIM_WORKERS, type VictimState } from '../victim';

const MOST_MS = 2000;
/** In the short form, which runs beside other tests. */
const SHORT_MOST_MS = 10_000;
const linesSchema = z.object({ type: z.literal('victim'), pids: z.array(z.int()) });

/** A process like this one. @returns its workers, as soon as they are at what they are to be at */
async function startVictim(state: VictimState) {
  const env = { ...process.env, POOLSCOPE_STRESS: JSON.stringify({ victim: state }) };
  const main = spawn(process.execPath, process.argv.slice(1), { env, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: main.stdout })) {
    if (line.startsWith('{"type":')) return { main, pids: linesSchema.parse(JSON.parse(line)).pids };
  }
  throw new Error(`The victim (${state}) ended before it had workers.`);
}

async function msUntilGone(pids: readonly number[]): Promise<number> {
  const begin = performance.now();
  while (pids.some(isAlive)) {
    if (performance.now() - begin > 2 * SHORT_MOST_MS) return Number.POSITIVE_INFINITY;
    await after(10);
  }
  return performance.now() - begin;
}

export const mainKilledCase: StressCase = {
  name: 'main-killed',
  sentence: 'main is killed with SIGKILL: every worker is gone within two seconds',
  limitMs: [60_000, 150_000],
  run: async (lab) => {
    let longest = 0;
    for (let round = 0; round < lab.sized(1, 5); round++) {
      for (const state of VICTIM_STATES) {
        const { main, pids } = await startVictim(state);
        lab.pids.push(...pids);
        main.kill('SIGKILL');
        const ms = await msUntilGone(pids);
        longest = Math.max(longest, ms);
        lab.claim(`workers (${state})`, pids.length, VICTIM_WORKERS);
        lab.atMost(`ms until they were gone (${state})`, Math.round(ms), lab.sized(SHORT_MOST_MS, MOST_MS));
      }
    }
    lab.note(`booting, idle, computing, waiting: ${Math.round(longest)} ms at most`);
  },
};
