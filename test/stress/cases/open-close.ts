/** 200 pools opened and closed in a row, in every way in which a pool can end. */
import { setTimeout as after } from 'node:timers/promises';
import { isAlive } from '../../../scripts/lib/is-alive.mjs';
import { calls, makePool } from '../make-pool';
import { heldMb, namedFiles, openFiles, residentMb, resources } from '../measure';
import type { StressCase, StressLab } from '../stress-case';

const spec = calls('sum-of-squares');

/** The ways to the end, each in turn. */
const WAYS: readonly ((lab: StressLab) => Promise<void>)[] = [
  async (lab) => {
    const pool = makePool(lab);
    await pool.map(spec, [1, 2, 3]);
    pool.close();
    await pool.join();
  },
  async (lab) => {
    await using pool = makePool(lab, { taskTimeoutMs: 60_000 });
    await pool.apply(spec, 5);
  },
  // Before its workers have booted.
  async (lab) => makePool(lab).terminate(),
  async (lab) => {
    const pool = makePool(lab);
    const call = pool.map(spec, [1e12, 1e12]).catch(() => undefined);
    await pool.ready;
    await pool.terminate();
    await call;
  },
  async (lab) => {
    const pool = makePool(lab, { processes: 1 });
    for await (const _ of pool.imap(spec, endless())) break;
    pool.close();
    await pool.join();
  },
];

function* endless(): Generator<number> {
  for (let n = 0; ; n++) yield n;
}

async function openAndClose(lab: StressLab, pools: number): Promise<void> {
  for (let round = 0; round < pools; round++) await WAYS[round % WAYS.length]?.(lab);
}

/** What is let go of by exits that have been reported may be closed a little later. */
async function settled(isSettled: () => boolean): Promise<void> {
  for (let wait = 0; wait < 100 && !isSettled(); wait++) await after(50);
}

const held = (): Record<string, number> => ({ ...openFiles(), ...resources() });

/** Fewer is no fault: the pipes of the pools before may not have been closed yet when they were counted. */
function grown(before: Record<string, number>, now: Record<string, number>): string[] {
  const more = Object.entries(now).filter(([kind, count]) => count > (before[kind] ?? 0));
  return more.map(([kind, count]) => `${kind}: ${count}, was ${before[kind] ?? 0}`);
}

export const openCloseCase: StressCase = {
  name: 'open-close',
  sentence: 'pools opened and closed in a row leave no process, file, handle or memory',
  limitMs: [60_000, 150_000],
  run: async (lab) => {
    const pools = lab.sized(20, 200);
    // Whatever is made once and kept is made now.
    await openAndClose(lab, WAYS.length * 2);
    await settled(() => !lab.pids.some(isAlive));
    const before = { held: held(), heldMb: heldMb(), residentMb: residentMb() };
    await openAndClose(lab, pools);
    await settled(() => !lab.pids.some(isAlive) && grown(before.held, held()).length === 0);
    lab.claim('processes', lab.pids.filter(isAlive), []);
    lab.claim(
      'open files, and what keeps the event loop alive, that there are more of',
      grown(before.held, held()),
      [],
    );
    lab.claim('files with a name', namedFiles(), []);
    const kbAPool = (1024 * (heldMb() - before.heldMb)) / pools;
    lab.atMost('memory held for each pool, in KB', Math.round(kbAPool), lab.sized(100, 10));
    lab.note(
      `${pools} pools, ${kbAPool.toFixed(1)} KB held for each, resident ${residentMb() >= before.residentMb ? '+' : ''}${(residentMb() - before.residentMb).toFixed(0)} MB`,
    );
  },
};
