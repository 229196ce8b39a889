/** A session file of a made-up run, the same each time: for what is done with files, where no process need run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionEncoder } from '../../src/main/session/session-encoder';
import type { Annotations } from '../../src/shared/annotations';
import type { RunStarted } from '../../src/shared/run-events';
import { SESSION_VERSION } from '../../src/shared/session/session-format';
import { type MakeRunOptions, makeRun } from '../fixtures/make-run';

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone when the tests end. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'poolscope-e2e-'));
  folders.push(folder);
  return folder;
}

export interface MadeSession extends MakeRunOptions {
  readonly annotations?: Annotations;
  readonly name?: string;
}

/** @returns its path */
export function madeSession({ annotations, name = 'Made up', ...options }: MadeSession = {}): string {
  const events = makeRun(options);
  const { scenario, tasks, chunksize, mainPid, epochMs, ...started } = events[0] as RunStarted;
  if (scenario === null) throw new Error('A session has a scenario');
  const encoder = new SessionEncoder({
    version: SESSION_VERSION,
    poolscope: '0.0.0',
    scenario: { ...scenario, name },
    tasks,
    chunksize,
    mainPid,
    epochMs,
    machine: { cores: 2, model: 'Made up', os: 'none', electron: 'none', node: 'none' },
    annotations: annotations ?? started.annotations,
  });
  for (const event of events) encoder.add(event);
  const path = join(workFolder(), 'made.poolscope');
  writeFileSync(path, Buffer.concat([encoder.flush(), encoder.finish()]));
  return path;
}
