import { describe, expect, it } from 'vitest';
import { Race, type RaceParts } from '../../../../../src/renderer/labs/race/race';
import type { Contestant, RaceOrder } from '../../../../../src/renderer/labs/race/race-store';
import { createFactsStore, takeEvent } from '../../../../../src/renderer/store/facts';
import { parseScenario } from '../../../../../src/shared/parse-scenario';
import type { RunEvent } from '../../../../../src/shared/run-events';
import type { Scenario } from '../../../../../src/shared/scenario';
import { makeRun } from '../../../../fixtures/make-run';

const scenario = (name: string, count = 24): Scenario =>
  parseScenario({ version: 1, name, workload: { name: 'sleep' }, input: { generate: { count } } });
const contestant = (name: string, count?: number): Contestant => ({
  id: name,
  label: name,
  scenario: scenario(name, count),
});

const order = (contestants: readonly Contestant[], rounds = 1): RaceOrder => ({
  contestants,
  rounds,
  setup: scenario('As it is saved'),
});

/** A window in which runs take no time; a test may end one otherwise. */
class FakeWindow implements RaceParts {
  readonly facts = createFactsStore();
  readonly started: string[] = [];
  readonly stopped: number[] = [];
  status: 'completed' | 'stopped' | 'broken' = 'completed';
  during: (runId: number) => void = () => undefined;

  async start({ name }: Scenario): Promise<number | null> {
    this.started.push(name);
    const runId = this.started.length;
    setImmediate(() => {
      this.during(runId);
      for (const event of makeRun({ tasks: 24 })) takeEvent(this.facts, this.as(event, runId));
    });
    return runId;
  }

  async stop(runId: number): Promise<void> {
    this.stopped.push(runId);
    this.status = 'stopped';
  }

  private as(event: RunEvent, runId: number): RunEvent {
    return event.type === 'ended' ? { ...event, runId, status: this.status } : ({ ...event, runId } as RunEvent);
  }
}

describe('a race', () => {
  it('runs each contestant once a round, round by round, and keeps a heat of each', async () => {
    const parts = new FakeWindow();
    const race = new Race('The race', parts);
    const seen: boolean[] = [];
    race.store.subscribe(() => seen.push(race.isRunning));
    await race.start(order([contestant('a'), contestant('b')], 2));
    expect(parts.started).toEqual(['a', 'b', 'a', 'b']);
    const { heats, running, trouble } = race.store.getState();
    expect(heats.map((kept) => kept.map(({ runId }) => runId))).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(running).toBeNull();
    expect(trouble).toBeNull();
    expect(seen).toContain(true);
  });

  it('goes on after a heat that broke', async () => {
    const parts = new FakeWindow();
    parts.status = 'broken';
    const race = new Race('The race', parts);
    await race.start(order([contestant('a'), contestant('b')]));
    expect(race.store.getState().heats.map((kept) => kept[0]?.status)).toEqual(['broken', 'broken']);
  });

  it('stops the run under way, and leaves the others out', async () => {
    const parts = new FakeWindow();
    const race = new Race('The race', parts);
    parts.during = () => void race.stop();
    await race.start(order([contestant('a'), contestant('b'), contestant('c')]));
    expect(parts.stopped).toEqual([1]);
    expect(parts.started).toEqual(['a']);
    expect(race.store.getState()).toMatchObject({ running: null, stopping: false, trouble: null });
  });

  it('is the only one: another is refused meanwhile, also between two of its runs', async () => {
    const parts = new FakeWindow();
    const race = new Race('The first race', parts);
    const other = new Race('The other race', parts);
    const going = race.start(order([contestant('a'), contestant('b')]));
    const between = race.store.subscribe(({ heats }) => {
      if (heats[0]?.length === 1 && heats[1]?.length === 0) void other.start(order([contestant('c')]));
    });
    await going;
    between();
    expect(parts.started).toEqual(['a', 'b']);
    expect(other.store.getState()).toMatchObject({
      running: null,
      trouble: 'The first race is under way; stop it first.',
    });
    await other.start(order([contestant('c')]));
    expect(other.store.getState()).toMatchObject({ heats: [[{ status: 'completed' }]], trouble: null });
  });

  it('says so when its run cannot be stopped, and leaves the others out', async () => {
    const parts = new FakeWindow();
    const race = new Race('The race', {
      facts: parts.facts,
      start: (own) => parts.start(own),
      stop: () => Promise.reject(new Error('Run 1 is no longer kept.')),
    });
    let stopped: Promise<void> | undefined;
    parts.during = () => {
      stopped ??= race.stop();
    };
    await race.start(order([contestant('a'), contestant('b')]));
    await expect(stopped).resolves.toBeUndefined();
    expect(parts.started).toEqual(['a']);
    expect(race.store.getState()).toMatchObject({ running: null, trouble: 'Run 1 is no longer kept.' });
  });

  it('ends when a run is stopped by hand', async () => {
    const parts = new FakeWindow();
    parts.status = 'stopped';
    const race = new Race('The race', parts);
    await race.start(order([contestant('a'), contestant('b')]));
    expect(parts.started).toEqual(['a']);
  });

  it('says in a sentence why it could not go on', async () => {
    const parts = new FakeWindow();
    const race = new Race('The race', {
      ...parts,
      facts: parts.facts,
      stop: async () => undefined,
      start: async () => null,
    });
    await race.start(order([contestant('a')]));
    expect(race.store.getState().trouble).toBe('Not started: its code was not allowed to run.');
    const other = new Race('The race', {
      facts: parts.facts,
      stop: async () => undefined,
      start: () => Promise.reject(new Error('A run is under way; stop it first.')),
    });
    await other.start(order([contestant('a')]));
    expect(other.store.getState()).toMatchObject({ running: null, trouble: 'A run is under way; stop it first.' });
  });

  it('ends when something else is shown in place of its run', async () => {
    const parts = new FakeWindow();
    parts.during = () => {
      const [started] = makeRun();
      if (started !== undefined) takeEvent(parts.facts, { ...started, runId: 99 } as RunEvent);
    };
    const race = new Race('The race', parts);
    await race.start(order([contestant('a'), contestant('b')]));
    expect(parts.started).toEqual(['a']);
    expect(race.store.getState().trouble).toContain('something else is shown');
  });

  it('refuses what is no picture: nobody, no task, and more tasks than can be drawn', async () => {
    const race = new Race('The race', new FakeWindow());
    await race.start(order([]));
    expect(race.store.getState().trouble).toContain('nobody');
    await race.start(order([contestant('a', 0)]));
    expect(race.store.getState().trouble).toContain('no tasks');
    await race.start(order([contestant('a', 5001)]));
    expect(race.store.getState().trouble).toBe('A race shows each task: expected at most 5000 of them, got 5001.');
  });
});
