/** A progress bar on a terminal, redrawn ten times a second; nothing where stderr is not a terminal. */
import type { Run } from '../run/run';

const EVERY_MS = 100;
const WIDTH = 30;

/** @returns a function that ends it and wipes the line */
export function showProgress(run: Run): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  const timer = setInterval(() => process.stderr.write(`\r${line(run)}\x1b[K`), EVERY_MS);
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\x1b[K');
  };
}

function line({ counts, tasks, calledAt }: Run): string {
  if (calledAt === null) return 'booting workers';
  const done = counts.completed + counts.failed + counts.lost;
  const share = tasks === 0 ? 1 : done / tasks;
  const full = Math.round(share * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${done} of ${tasks} tasks`;
}
