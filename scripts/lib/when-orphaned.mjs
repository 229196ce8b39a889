/** npm ends on SIGTERM and does not pass it on: whom it started has to notice by itself. */

const POLL_MS = 500;

/** Does nothing where npm is not the parent: what a shell started may outlive it. @param {() => void} act */
export function whenOrphaned(act) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, POLL_MS);
  timer.unref();
}
