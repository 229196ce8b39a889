/** The engines by the name that scenarios use. The only module that knows them all. */
import { join } from 'node:path';
import type { EngineName } from '../../shared/scenario';
import type { SpawnWorker } from '../pool/worker-handle';
import { childProcessEngine } from './child-process';
import { type Engine, NO_LIMITS, type WorkerLimits } from './engine';
import { lockedThreadEngine, threadEngine } from './thread';
import { utilityProcessEngine } from './utility-process';

/** The built worker entry lies beside main's. */
const entry = join(import.meta.dirname, 'worker.js');

export function engineFor(name: EngineName, limits: WorkerLimits): Engine {
  switch (name) {
    case 'utility-process':
      return utilityProcessEngine(entry, limits);
    case 'child-process':
      return childProcessEngine(entry, limits);
    case 'locked-thread':
      return lockedThreadEngine(entry, limits);
    case 'thread':
    // A loop, plain or of events, has one thread of main to itself.
    case 'serial':
    case 'async':
      return threadEngine(entry, limits);
  }
}

/** Real processes of an experiment, which are no workers. @param name of the built entry, without its ending */
export function spawnFor(name: string): SpawnWorker<object> {
  return utilityProcessEngine(join(import.meta.dirname, `${name}.js`), NO_LIMITS).spawn;
}
