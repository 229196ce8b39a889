/** What the pool sees of a worker process, whatever it is made of. Engines implement it; nothing here imports one. */
import type { ToWorker } from '../../shared/worker-protocol';

/** @typeParam Message what it is told */
export interface WorkerHandle<Message = ToWorker> {
  /** Queued until the process has started. Never throws: a message to a dead worker is dropped, its exit is reported. */
  post(message: Message): void;
  /** Ends the worker now, whatever it is doing. Its exit is still reported. */
  kill(): void;
}

/** Each is called on the pool's own thread; `onExit` exactly once, last, also for a worker that never started. */
export interface WorkerEvents {
  /** The operating system has given the process a PID. For threads: the PID of main. */
  onSpawn(pid: number): void;
  /** Any message, not yet checked. */
  onMessage(message: unknown): void;
  /** A line of stdout or stderr. */
  onOutput(stream: 'stdout' | 'stderr', text: string): void;
  onExit(code: number | null, signal: string | null): void;
}

/** @param name shown by the operating system's process list where that is possible */
export type SpawnWorker<Message = ToWorker> = (name: string, events: WorkerEvents) => WorkerHandle<Message>;
