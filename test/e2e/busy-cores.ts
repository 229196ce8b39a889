import { cpus } from 'node:os';

/** @returns a function that tells how many cores all programs of the machine have kept busy since */
export function busyCores(): () => number {
  const total = () => {
    const times = cpus().map(({ times }) => times);
    const idle = times.reduce((sum, time) => sum + time.idle, 0);
    const all = times.reduce((sum, time) => sum + time.idle + time.user + time.sys + time.nice + time.irq, 0);
    return { idle, all };
  };
  const before = total();
  return () => {
    const { idle, all } = total();
    return cpus().length * (1 - (idle - before.idle) / (all - before.all));
  };
}
