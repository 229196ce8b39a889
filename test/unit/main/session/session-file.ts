/** Session files of made-up runs, in a folder of their own until the tests end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readSession } from '../../../../src/main/session/read-session';
import { SessionEncoder } from '../../../../src/main/session/session-encoder';
import type { RunEvent, RunStarted } from '../../../../src/shared/run-events';
import { SESSION_VERSION } from '../../../../src/shared/session/session-format';
import type { SessionHeader } from '../../../../src/shared/session/session-header';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-session-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

export const sessionPath = (): string => join(folder, `${made++}.poolscope`);

export function headerFor({ scenario, tasks, chunksize, mainPid, epochMs, annotations }: RunStarted): SessionHeader {
  if (scenario === null) throw new Error('A session has a scenario');
  const machine = { cores: 2, model: 'Made up', os: 'none', electron: 'none', node: process.versions.node };
  return {
    version: SESSION_VERSION,
    poolscope: '0.0.0',
    scenario,
    tasks,
    chunksize,
    mainPid,
    epochMs,
    machine,
    annotations,
  };
}

export const startedOf = (events: readonly RunEvent[]): RunStarted => events[0] as RunStarted;

/** @param flushEvery events between two flushes */
export function encoded(events: readonly RunEvent[], flushEvery = 3): Buffer {
  const encoder = new SessionEncoder(headerFor(startedOf(events)));
  const pieces: Uint8Array[] = [];
  for (const [index, event] of events.entries()) {
    encoder.add(event);
    if (index % flushEvery === 0) pieces.push(encoder.flush());
  }
  return Buffer.concat([...pieces, encoder.finish()]);
}

export function fileWith(bytes: Uint8Array | string): string {
  const path = sessionPath();
  writeFileSync(path, bytes);
  return path;
}

/** Everything that can be read of a file, and why it is not more. */
export async function readAll(path: string): Promise<{ events: RunEvent[]; trouble: string | null }> {
  const session = await readSession(path);
  const events: RunEvent[] = [];
  for await (const event of session.events) events.push(event);
  return { events, trouble: session.trouble() };
}

/** As a real clock tells them: all times of a made-up run as whole ns, changed in place. */
export function inWholeNs(events: readonly RunEvent[]): readonly RunEvent[] {
  for (const event of events) {
    if (event.type !== 'telemetry') continue;
    const columns = event.rows.flatMap((change) => Object.values(change.columns));
    for (const column of [...columns, event.deliveries.at, event.queue.at, event.processes.at]) {
      if (column instanceof Float64Array) for (const [index, at] of column.entries()) column[index] = Math.round(at);
    }
  }
  return events;
}
