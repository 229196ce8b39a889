/**
 * The worker's line to the pool. The same entry runs as an Electron utility process, as a forked Node process and as a
 * thread; this file is the only one that knows which.
 */
import { dirname, join } from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../shared/worker-protocol';
import { stopAtExit } from './stop-at-exit';

/** Left out: that between a worker and its pool. */
export interface Port<Out = FromWorker, In = ToWorker> {
  post(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  /** Ends this worker. @param code of its exit, 0 when left out */
  exit(code?: number): void;
}

/** What Electron adds to `process` in a utility process. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** @throws Error when this file was started on its own, not by a pool */
export function openPort<Out = FromWorker, In = ToWorker>(): Port<Out, In> {
  const utility = (process as { parentPort?: UtilityPort }).parentPort;
  if (utility) {
    const exit = stopAtExit();
    return {
      post: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data }) => listener(data as In)),
      exit: (code = 0) => exit(code),
    };
  }
  if (parentPort) {
    const thread = parentPort;
    return {
      post: (message) => thread.postMessage(message),
      onMessage: (listener) => thread.on('message', listener),
      exit: () => thread.close(),
    };
  }
  if (process.send) {
    const send = process.send.bind(process);
    // A closed channel means that the pool's process is gone: nobody is left to work for.
    process.on('disconnect', () => process.exit());
    watchParent();
    return {
      post: (message) => send(message),
      onMessage: (listener) => process.on('message', (message) => listener(message as In)),
      exit: (code = 0) => {
        process.exitCode = code;
        process.disconnect();
      },
    };
  }
  throw new Error('This file is the entry of a Poolscope worker; a pool starts it.');
}

/**
 * Started while the worker is still idle; it has a thread of its own from then on. It lies beside the entry that was
 * forked; this file may have become a part that several entries share, in another folder.
 */
function watchParent(): void {
  const entry = join(dirname(process.argv[1] ?? ''), 'parent-watch.js');
  new Worker(entry, { workerData: { parentPid: process.ppid } }).unref();
}
