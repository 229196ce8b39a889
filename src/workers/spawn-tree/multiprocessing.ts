/**
 * What the programs of the spawn tree import: a pool that starts processes as Python's does. Each start is asked for; the
 * process that asks is not the one that starts.
 */
import type { ToProgram } from '../../shared/program-protocol';
import { now } from '../clock';
import { type Interpreter, thisInterpreter } from './interpreter';
import { BOOTSTRAPPING, RuntimeError } from './runtime-error';

/** Python's `__name__` of the main module. */
export const thisModule = {
  get name(): '__main__' | '__mp_main__' {
    return thisInterpreter().isWorker ? '__mp_main__' : '__main__';
  },
};

export class Pool {
  private readonly interpreter: Interpreter = thisInterpreter();
  private children = 0;
  private closed = false;
  private started: (() => void) | null = null;
  private returned: ((values: readonly number[]) => void) | null = null;
  private joined: (() => void) | null = null;

  private constructor() {
    this.interpreter.hear = (message) => this.hear(message);
  }

  /** @throws RuntimeError in a worker that is still importing its main module */
  static async start(processes: number): Promise<Pool> {
    const pool = new Pool();
    for (let started = 0; started < processes; started++) await pool.startWorker();
    return pool;
  }

  /** The function is found by its name in the main module, which each worker has imported. */
  map(task: (item: number) => number, items: readonly number[]): Promise<readonly number[]> {
    return new Promise((resolve) => {
      this.returned = resolve;
      this.interpreter.post({ type: 'call', at: now(), name: task.name, items });
    });
  }

  close(): void {
    this.closed = true;
    this.interpreter.post({ type: 'close', at: now() });
  }

  join(): Promise<void> {
    return new Promise((resolve) => {
      this.joined = resolve;
      this.noticeEnd();
    });
  }

  /** Never resolves when it is refused: there is no more to come for this process. */
  private startWorker(): Promise<void> {
    const { isBootstrapping, guard, post } = this.interpreter;
    if (isBootstrapping && guard !== 'unchecked') throw new RuntimeError(BOOTSTRAPPING);
    return new Promise((resolve) => {
      this.started = resolve;
      post({ type: 'ask', at: now() });
    });
  }

  private hear(message: ToProgram): void {
    if (message.type === 'granted') {
      this.children++;
      this.started?.();
    } else if (message.type === 'results') this.returned?.(message.values);
    else if (message.type === 'child-ended') {
      this.children--;
      // Python's Pool replaces a worker that is gone, whatever it died of.
      if (!this.closed) void this.startWorker();
      this.noticeEnd();
    }
  }

  private noticeEnd(): void {
    if (this.closed && this.children === 0) this.joined?.();
  }
}

/** How many workers the lesson asks for. */
export const workersWanted = (): number => thisInterpreter().workers;
