import { describe, expect, it, vi } from 'vitest';
import { RunService } from '../../../../src/main/run/run-service';
import { queueExperimentSchema } from '../../../../src/shared/experiments';
import type { RunEvent } from '../../../../src/shared/run-events';
import { scenarioSchema } from '../../../../src/shared/scenario';
import { spawnTreeSchema } from '../../../../src/shared/spawn-tree';
import { isAlive } from '../../../fixtures/pools';

// Electron's own engine is only there in Electron.
vi.mock('../../../../src/main/engines/registry', async () => {
  const { join } = await import('node:path');
  const { childProcessEngine } = await import('../../../../src/main/engines/child-process');
  const { engine, WORKER_ENTRY } = await import('../../../fixtures/pools');
  const entryOf = (name: string): string => join(WORKER_ENTRY, '..', `${name}.js`);
  return { engineFor: () => engine, spawnFor: (name: string) => childProcessEngine(entryOf(name)).spawn };
});

const usual = {
  name: 'queue',
  producers: 1,
  consumers: 1,
  capacity: 2,
  produceMs: 1,
  consumeMs: 1,
  ending: 'sentinel',
};
const short = queueExperimentSchema.parse({ ...usual, items: 5 });
const long = queueExperimentSchema.parse({ ...usual, items: 2000, produceMs: 100 });
const scenario = scenarioSchema.parse({ version: 1, engine: 'child-process', workload: { name: 'sleep' } });

interface Watched {
  readonly runs: RunService;
  readonly events: RunEvent[];
  /** Resolves with the first event of a kind. */
  first(type: RunEvent['type']): Promise<RunEvent>;
}

function watched(): Watched {
  const events: RunEvent[] = [];
  const waiting = new Set<() => void>();
  const runs = new RunService(
    (event) => {
      events.push(event);
      for (const look of waiting) look();
    },
    () => events.length + 1,
  );
  const first = (type: RunEvent['type']): Promise<RunEvent> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = events.find((event) => event.type === type);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { runs, events, first };
}

describe('an experiment among the runs of the window', () => {
  it('tells what a run tells: started, called, pictures, ended with its figures', async () => {
    const { runs, events, first } = watched();
    const runId = runs.startExperiment(short);
    const ended = await first('ended');
    expect(runs.isBusy).toBe(false);
    const types = events.map(({ type }) => type).filter((type) => type !== 'slices');
    expect(types).toEqual(['started', 'called', 'ended']);
    expect(events[0]).toMatchObject({ runId, scenario: null, experiment: short, source: { kind: 'live' }, tasks: 0 });
    expect(events.at(-2)).toMatchObject({ type: 'slices', whole: true });
    expect(ended).toMatchObject({
      status: 'completed',
      summary: { ok: true, experiment: { itemsPut: 5, itemsGot: 5 } },
    });
  });

  it('sends the next picture only when the last was taken', async () => {
    const { runs, events, first } = watched();
    const runId = runs.startExperiment(long);
    await first('slices');
    await first('called');
    const pictures = (): number => events.filter(({ type }) => type === 'slices').length;
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(pictures()).toBe(1);
    runs.ack(runId);
    await vi.waitFor(() => expect(pictures()).toBe(2));
    await runs.shutDown();
  });

  it('is the only one, and is stopped as a run is', async () => {
    const { runs, first } = watched();
    const runId = runs.startExperiment(long);
    expect(() => runs.startExperiment(short)).toThrow('A run is under way; stop it first.');
    expect(() => runs.start(scenario)).toThrow('A run is under way; stop it first.');
    expect(() => runs.get(runId)).toThrow('An experiment has no pool and no tasks.');
    await first('called');
    runs.stop(runId);
    expect(await first('ended')).toMatchObject({ status: 'stopped' });
    // Too late: nothing happens.
    runs.stop(runId);
    await runs.kill(runId);
  });

  it('ends with the app that closes, and leaves no process', async () => {
    const { runs, first } = watched();
    runs.startExperiment(long);
    await first('called');
    await runs.shutDown();
    const ended = await first('ended');
    expect(ended).toMatchObject({ status: 'killed' });
    if (ended.type !== 'ended') throw new Error('It has not ended');
    expect(ended.summary.pids.map(isAlive)).toEqual([false, false]);
    expect(() => runs.startExperiment(short)).toThrow('Poolscope is closing.');
  });

  it.each([long, spawnTreeSchema.parse({ name: 'spawn-tree', guard: 'there' })])(
    'ends with the app that closes at once: $name',
    async (experiment) => {
      const { runs, events } = watched();
      runs.startExperiment(experiment);
      await runs.shutDown();
      expect(events.at(-1)).toMatchObject({ type: 'ended', status: 'killed' });
    },
  );
});
