/**
 * Makes `process.exit` never return, as it does not in Node. In an Electron utility process it does: the process ends a
 * moment later, and would until then run the tasks that came after the one that has ended it.
 */
const never = new Int32Array(new SharedArrayBuffer(4));

export function stopAtExit(): void {
  const exit: (code?: number | string | null) => void = process.exit.bind(process);
  process.exit = (code) => {
    exit(code);
    for (;;) Atomics.wait(never, 0, 0);
  };
}
