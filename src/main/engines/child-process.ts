/** Workers as forked Node processes: the same entry without Electron. Unit tests and comparisons use it. */
import { fork } from 'node:child_process';
import pidusage from 'pidusage';
import type { SpawnWorker } from '../pool/worker-handle';
import { type Engine, NO_LIMITS, type ProcessUsage, type WorkerLimits } from './engine';
import { pipeOutput } from './pipe-output';

/** @param entry path of the built worker entry */
export function childProcessEngine(entry: string, limits: WorkerLimits = NO_LIMITS): Engine {
  return { spawn: spawnFrom(entry, limits), usage };
}

function spawnFrom(entry: string, { memoryLimitMb }: WorkerLimits): SpawnWorker<object> {
  return (name, events) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: memoryLimitMb === null ? [] : [`--max-old-space-size=${memoryLimitMb}`],
    });
    let ended = false;
    const end = (code: number | null, signal: string | null): void => {
      if (ended) return;
      ended = true;
      events.onExit(code, signal);
    };
    pipeOutput(child, events);
    child.on('spawn', () => {
      if (child.pid !== undefined) events.onSpawn(child.pid);
    });
    child.on('message', (message) => events.onMessage(message));
    child.on('exit', end);
    // `error` without a PID: it could not be started, and no exit will follow.
    child.on('error', (error) => {
      events.onOutput('stderr', `${name}: ${error.message}`);
      if (child.pid === undefined) end(null, null);
    });
    return {
      // The callback takes the error of a closed channel; the exit tells the pool.
      post: (message) => void (child.connected && child.send(message, () => undefined)),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

/** `pidusage` reads /proc on Linux and asks `ps` or PowerShell elsewhere. */
async function usage(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessUsage>> {
  if (pids.length === 0) return new Map();
  try {
    const stats = await pidusage([...pids]);
    return new Map(
      Object.values(stats)
        .filter((stat) => stat !== undefined && stat !== null)
        .map((stat) => [stat.pid, { cpuSeconds: stat.ctime / 1000, memoryBytes: stat.memory }]),
    );
  } catch {
    // One of them has just exited; the next sample will do without it.
    return new Map();
  }
}
