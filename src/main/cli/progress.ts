/** A progress bar on a terminal, redrawn ten times a second; nothing where stderr is not a terminal. */
import type { FramesDone } from '../../shared/export-job';
import { progressWords } from '../../shared/time-left';
import type { Run } from '../run/run';

const EVERY_MS = 100;
const WIDTH = 30;

export interface ShownShare {
  /** @param share of the work that is done, 0..1 */
  set(share: number, frames?: FramesDone): void;
  /** Wipes the line. */
  end(): void;
}

/** Of work whose amount is known. @param what is being done, in two words */
export function showShare(what: string): ShownShare {
  const stream = process.stderr;
  if (!stream.isTTY) return { set: () => undefined, end: () => undefined };
  const begun = performance.now();
  let shown = '';
  return {
    set(share, frames = null) {
      const more = progressWords(share, frames, performance.now() - begun);
      const text = `${bar(share)} ${what}, ${Math.floor(share * 100)} %${more === '' ? '' : `, ${more}`}`;
      if (text !== shown) stream.write(`\r${text}\x1b[K`);
      shown = text;
    },
    end: () => stream.write('\r\x1b[K'),
  };
}

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
  return `${bar(share)} ${done} of ${tasks} tasks`;
}

function bar(share: number): string {
  const full = Math.round(share * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`;
}
