/**
 * Makes `process.exit` end a task at once, as it does in Node. In an Electron utility process it returns, and the process
 * ends a moment later: until then the tasks that came after would run. What listens for `exit` has been called by then,
 * and has left the exit code in the worker's mark; nothing is left to do but to be gone.
 */

/** @returns the process's own exit, for an end that no task has asked for */
export function stopAtExit(): (code: number) => void {
  const exit: (code?: number | string | null) => void = process.exit.bind(process);
  process.exit = (code) => {
    exit(code);
    process.kill(process.pid, 'SIGKILL');
    throw new Error('a process that was killed went on');
  };
  return exit;
}
