/** Utility processes that echo, with no pool around them. */
import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { OpenSubject } from '../subject';

/** Messages under way in each process: enough that neither side ever waits, few enough to stay in the caches. */
const DEPTH = 64;

export const openRaw: OpenSubject = async ({ workers }) => {
  const children = await Promise.all(Array.from({ length: workers }, fork));
  const [first] = children as [UtilityProcess];
  return {
    many: (tasks) => Promise.all(children.map((child, index) => pipeline(child, share(tasks, workers, index)))),
    call: () => echo(first, 0),
    echo: (value) => echo(first, value),
    end: () => Promise.all(children.map(end)),
  };
};

function fork(): Promise<UtilityProcess> {
  const child = utilityProcess.fork(join(import.meta.dirname, 'echo.js'));
  return echo(child, 0).then(() => child);
}

function echo(child: UtilityProcess, value: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    child.once('message', resolve);
    child.postMessage(value);
  });
}

const share = (tasks: number, workers: number, index: number): number =>
  Math.floor(tasks / workers) + (index < tasks % workers ? 1 : 0);

/** `count` messages there and back, always as many under way as the depth allows. */
function pipeline(child: UtilityProcess, count: number): Promise<void> {
  return new Promise((resolve) => {
    let sent = 0;
    let received = 0;
    const take = (): void => {
      if (sent < count) child.postMessage(sent++);
      if (++received < count) return;
      child.off('message', take);
      resolve();
    };
    child.on('message', take);
    while (sent < Math.min(count, DEPTH)) child.postMessage(sent++);
  });
}

function end(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
