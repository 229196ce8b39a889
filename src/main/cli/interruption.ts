/** Ctrl-C and its kin, once. */

/** @param end called with the first signal @returns whether one has come */
export function whenInterrupted(end: () => void): () => boolean {
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (interrupted) return;
      interrupted = true;
      end();
    });
  }
  return () => interrupted;
}
