/** Workers as Electron utility processes: real processes of the operating system, sandboxed from the window. */
import { app, utilityProcess } from 'electron';
import type { SpawnWorker } from '../pool/worker-handle';
import { type Engine, NO_LIMITS, type ProcessUsage, type WorkerLimits } from './engine';
import { pipeOutput } from './pipe-output';
import { signalName } from './signal-name';

/** @param entry path of the built worker entry */
export function utilityProcessEngine(entry: string, limits: WorkerLimits = NO_LIMITS): Engine {
  return { spawn: spawnFrom(entry, limits), usage };
}

function spawnFrom(entry: string, { memoryLimitMb }: WorkerLimits): SpawnWorker<object> {
  return (name, events) => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: name,
      stdio: 'pipe',
      env: { ...process.env },
      // Node's own flag is not heard here; Chromium's is.
      execArgv: memoryLimitMb === null ? [] : [`--js-flags=--max-old-space-size=${memoryLimitMb}`],
    });
    let pid: number | undefined;
    let killed = false;
    pipeOutput(child, events);
    child.on('spawn', () => {
      pid = child.pid;
      if (pid !== undefined) events.onSpawn(pid);
      if (killed) killNow(pid);
    });
    child.on('message', (message) => events.onMessage(message));
    child.on('exit', (code) => events.onExit(code, signalName(code)));
    return {
      post: (message) => child.postMessage(message),
      kill: () => {
        killed = true;
        killNow(pid);
      },
    };
  };
}

/** SIGKILL: `child.kill()` only asks, and a worker in a tight loop does not listen. */
function killNow(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already; its exit is on the way.
  }
}

async function usage(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessUsage>> {
  const wanted = new Set(pids);
  const found = new Map<number, ProcessUsage>();
  for (const { pid, cpu, memory } of app.getAppMetrics()) {
    if (!wanted.has(pid)) continue;
    found.set(pid, { cpuSeconds: cpu.cumulativeCPUUsage ?? Number.NaN, memoryBytes: memory.workingSetSize * 1024 });
  }
  return found;
}
