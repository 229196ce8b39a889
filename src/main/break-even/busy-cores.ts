/** How many cores all programs of this machine keep busy, from the times that the operating system counts. */
import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** Long enough for the system's own clock, which counts in hundredths of a second. */
const SAMPLE_MS = 400;

export async function busyCores(): Promise<number> {
  const before = total();
  await setTimeout(SAMPLE_MS);
  const after = total();
  const all = after.all - before.all;
  return all > 0 ? Math.max(0, cpus().length * (1 - (after.idle - before.idle) / all)) : 0;
}

function total(): { idle: number; all: number } {
  const times = cpus().map((core) => core.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  return { idle, all: times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle) };
}
