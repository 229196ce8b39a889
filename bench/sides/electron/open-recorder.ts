/** A recording as the window makes one of each run: the app's own thread writes it. It is gone when the row is over. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionRecorder } from '../../../src/main/session/session-recorder';
import { NO_ANNOTATIONS } from '../../../src/shared/annotations';
import { scenarioSchema } from '../../../src/shared/scenario';
import { SESSION_VERSION } from '../../../src/shared/session/session-format';

const entry = join(realpathSync(import.meta.dirname), '..', '..', 'out', 'main', 'session-thread.js');

export interface OpenRecorder {
  readonly recorder: SessionRecorder;
  close(): Promise<void>;
}

export function openRecorder(): OpenRecorder {
  const folder = mkdtempSync(join(tmpdir(), 'poolscope-bench-'));
  const none = 'none';
  const header = {
    version: SESSION_VERSION,
    poolscope: none,
    scenario: scenarioSchema.parse({ version: 1, workload: { name: 'sum-of-squares' } }),
    tasks: 0,
    chunksize: 1,
    mainPid: process.pid,
    epochMs: Date.now(),
    machine: { cores: 1, model: none, os: none, electron: none, node: none },
    annotations: NO_ANNOTATIONS,
  } as const;
  const recorder = new SessionRecorder(join(folder, 'bench.poolscope'), header, { entry });
  return {
    recorder,
    close: async () => {
      await recorder.finish();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
