/** A worker that ends must not take what it has printed with it: a pipe takes its time. */

/** Resolves when all that was printed so far has left this process; also when nobody reads it. */
export async function flushOutput(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map(flushed));
}

function flushed(stream: NodeJS.WriteStream): Promise<void> | undefined {
  // The callback comes after all that was written before.
  return stream.writableLength === 0 ? undefined : new Promise((resolve) => stream.write('', () => resolve()));
}
