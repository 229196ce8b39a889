/** What the figures were measured on: enough to judge them by, nothing that says whose machine it is. */
import { cpus, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly os: string;
}

export function machine(): Machine {
  const cores = cpus();
  return {
    cores: cores.length,
    model: cores[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()}`,
  };
}
