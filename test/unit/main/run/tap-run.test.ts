import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Run } from '../../../../src/main/run/run';
import { type Tap, tapRun } from '../../../../src/main/run/tap-run';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { RunEvent } from '../../../../src/shared/run-events';
import type { ScenarioDraft } from '../../../../src/shared/scenario';
import { engine } from '../../../fixtures/pools';

/** Runs a scenario to its end. @param ready whether more may come now */
async function tapped(draft: Omit<ScenarioDraft, 'version'>, ready?: () => boolean): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  const onOutput: Tap['output'] = (worker, stream, text) => tap.output(worker, stream, text);
  const run: Run = new Run({ scenario: parseScenario({ version: 1, ...draft }), engine, onOutput });
  const options = { runId: 7, everyMs: 5 };
  const tap = tapRun(run, ready === undefined ? options : { ...options, ready }, (event) => events.push(event));
  tap.ended(await run.go(tap.called));
  return events;
}

const draft: Omit<ScenarioDraft, 'version'> = {
  pool: { processes: 2 },
  workload: { name: 'sum-of-squares' },
  input: { items: [1e5, 2e5, 3e5, 4e5] },
};

describe('the events of a run', () => {
  it('begin with its start, tell of every task, and close with its end', async () => {
    const events = await tapped(draft);
    expect(events[0]).toMatchObject({ type: 'started', runId: 7, tasks: 4, source: { kind: 'live' }, beside: false });
    expect(events.filter(({ type }) => type === 'called')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'ended', runId: 7, status: 'completed', summary: { ok: true } });
    const store = createFactsStore();
    for (const event of events) takeEvent(store, event);
    const { table } = store.getState().data;
    expect([...table.columns.delivered.subarray(0, table.length)].every((at) => at > 0)).toBe(true);
    expect(table.length).toBe(4);
  });

  it('gather while whoever takes them has not kept up, and all come at the end', async () => {
    const events = await tapped(draft, () => false);
    expect(events.map(({ type }) => type)).toEqual(['started', 'called', 'telemetry', 'ended']);
  });

  it('hold what workers print, the last words after the end of the run too', async () => {
    const file = join(import.meta.dirname, '../../../fixtures/modules/flood.mjs');
    const pool = { processes: 1 };
    const events = await tapped({ pool, workload: { name: 'module', params: { file } }, input: { items: [2000] } });
    const printed = () =>
      events
        .flatMap((event) => (event.type === 'output' ? event.entries : []))
        .filter(({ stream }) => stream === 'stderr')
        .map(({ text }) => text)
        .join('');
    await expect.poll(printed).toBe('printed 2000\n');
  });
});
