/** Files of traces in a folder of their own until the tests end, and what is read of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readTrace } from '../../../../src/main/import/read-trace';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import type { RunEvent } from '../../../../src/shared/run-events';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-trace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

export function traceFile(content: string | Uint8Array, name = `trace-${made++}.json`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface ReadTrace {
  readonly events: readonly RunEvent[];
  readonly trouble: string | null;
  readonly facts: Facts;
}

export async function readAt(path: string): Promise<ReadTrace> {
  const file = await readTrace(path);
  const store = createFactsStore();
  const events: RunEvent[] = [];
  for await (const event of file.events) {
    events.push(event);
    takeEvent(store, event);
  }
  return { events, trouble: file.trouble(), facts: store.getState() };
}

export const readText = (content: string | Uint8Array): Promise<ReadTrace> => readAt(traceFile(content));
export const readEvents = (events: readonly unknown[]): Promise<ReadTrace> => readText(JSON.stringify(events));
