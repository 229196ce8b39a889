import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { OUTCOMES } from '../../../../src/shared/telemetry';
import { readAll } from './session-file';

const FILES = resolve(import.meta.dirname, '../../../fixtures/sessions');

describe('a file that an older Poolscope has written', () => {
  it('of version 1 opens whole, without notes and chapters', async () => {
    const { events, trouble } = await readAll(join(FILES, 'v1.poolscope'));
    expect(trouble).toBeNull();
    expect(events[0]).toMatchObject({ type: 'started', tasks: 6, annotations: { notes: [], chapters: [] } });
    expect(events.at(-1)).toMatchObject({ type: 'ended', status: 'completed' });
    const store = createFactsStore();
    for (const event of events) takeEvent(store, event);
    const { data } = store.getState();
    expect(data.table.length).toBe(6);
    expect(data.workers).toHaveLength(2);
    const outcomes = [...data.table.columns.outcome.subarray(0, 6)].map((code) => OUTCOMES[code]);
    expect(outcomes).toEqual(['completed', 'completed', 'completed', 'completed', 'failed', 'cancelled']);
    expect(data.table.columns.runEnd[1]).toBeGreaterThan(0);
  });
});
