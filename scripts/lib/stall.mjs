/** Notices a download from which nothing arrives any more: the bytes below some folders stop growing. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {readonly string[]} folders where the bytes arrive
 * @param {number} patienceMs how long they may stay the same
 * @returns {{ signal: AbortSignal, stop: () => void }} the signal says when it was too long
 */
export function abortWhenStalled(folders, patienceMs) {
  const controller = new AbortController();
  let bytes = -1;
  let since = Date.now();
  const timer = setInterval(() => {
    const now = folders.reduce((total, folder) => total + bytesBelow(folder), 0);
    if (now !== bytes) since = Date.now();
    bytes = now;
    if (Date.now() - since >= patienceMs) controller.abort();
  }, patienceMs / 20);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

/** @param {string} path @returns {number} */
export function bytesBelow(path) {
  if (!existsSync(path)) return 0;
  try {
    return readdirSync(path, { recursive: true })
      .map((name) => statSync(join(path, String(name)), { throwIfNoEntry: false }))
      .reduce((total, status) => total + (status?.isFile() ? status.size : 0), 0);
  } catch {
    // A folder that goes away while it is read: it changes, which is all that matters here.
    return 0;
  }
}
