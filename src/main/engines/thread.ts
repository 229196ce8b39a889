/**
 * Workers as threads of main: real parallel threads, one JavaScript heap each, all under one PID. JavaScript threads do
 * not share an interpreter lock as Python's do.
 */
import { Worker } from 'node:worker_threads';
import type { SpawnWorker } from '../pool/worker-handle';
import { type Engine, NO_LIMITS, type WorkerLimits } from './engine';
import { InterpreterLock } from './interpreter-lock';
import { pipeOutput } from './pipe-output';

/** @param entry path of the built worker entry */
export function threadEngine(entry: string, limits: WorkerLimits = NO_LIMITS): Engine {
  return { spawn: spawnFrom(entry, limits, null), usage: noUsage };
}

/** Threads of which one at a time is at a task, as Python's under its interpreter lock. */
export function lockedThreadEngine(entry: string, limits: WorkerLimits = NO_LIMITS): Engine {
  return { spawn: spawnFrom(entry, limits, new InterpreterLock()), usage: noUsage };
}

/** The operating system counts a process's threads together: there is nothing to tell per worker. */
const noUsage: Engine['usage'] = async () => new Map();

function spawnFrom(entry: string, { memoryLimitMb }: WorkerLimits, lock: InterpreterLock | null): SpawnWorker {
  const resourceLimits = memoryLimitMb === null ? {} : { maxOldGenerationSizeMb: memoryLimitMb };
  return (name, events) => {
    const share = lock?.share() ?? null;
    const workerData = share === null ? {} : { interpreterLock: share };
    const thread = new Worker(entry, { name, stdout: true, stderr: true, resourceLimits, workerData });
    let killed = false;
    pipeOutput(thread, events);
    thread.on('online', () => events.onSpawn(process.pid));
    thread.on('message', (message) => events.onMessage(message));
    // An exit follows.
    thread.on('error', (error) => events.onOutput('stderr', `${name}: ${error.stack ?? error.message}`));
    thread.on('exit', (code) => {
      if (share !== null) lock?.gone(share.thread);
      events.onExit(killed ? null : code, killed ? 'terminated' : null);
    });
    return {
      post: (message) => thread.postMessage(message),
      kill: () => {
        killed = true;
        void thread.terminate();
      },
    };
  };
}
