/** The header of a session file for a run on this machine. */
import { arch, cpus, release, type } from 'node:os';
import { app } from 'electron';
import { NO_ANNOTATIONS } from '../../shared/annotations';
import { SESSION_VERSION } from '../../shared/session/session-format';
import type { SessionHeader } from '../../shared/session/session-header';
import type { Run } from '../run/run';

export function headerOf({ scenario, tasks, chunksize, clock }: Run): SessionHeader {
  const [cpu] = cpus();
  return {
    version: SESSION_VERSION,
    poolscope: app.getVersion(),
    scenario,
    tasks,
    chunksize,
    mainPid: process.pid,
    epochMs: clock.epochMs,
    machine: {
      cores: Math.max(1, cpus().length),
      model: cpu?.model ?? 'unknown',
      os: `${type()} ${release()} ${arch()}`,
      electron: process.versions.electron ?? 'none',
      node: process.versions.node,
    },
    annotations: NO_ANNOTATIONS,
  };
}
