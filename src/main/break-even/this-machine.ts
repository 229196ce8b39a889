/** The machine and the versions that costs are measured with: with others they have to be measured again. */
import { cpus } from 'node:os';
import { app } from 'electron';
import type { Costs } from '../../shared/break-even/costs';

export const thisMachine = (): Costs['machine'] => ({
  cores: Math.max(1, cpus().length),
  cpuModel: (cpus()[0]?.model.trim() ?? 'unknown').slice(0, 200),
  platform: process.platform,
  app: app.getVersion(),
  runtime: process.versions.electron ?? process.versions.node,
});
