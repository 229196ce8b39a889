/** What the figures were measured on: enough to judge them by, nothing that says whose machine it is. */
import { cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly os: string;
  /** Processes that wanted a core in the last minute before the bench: above 1, what it measured is noisy. */
  readonly loadBefore: number;
}

export function machine(): Machine {
  const cores = cpus();
  return {
    cores: cores.length,
    model: cores[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()}`,
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
