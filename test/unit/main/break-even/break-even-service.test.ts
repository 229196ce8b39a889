import { describe, expect, it, vi } from 'vitest';
import { BreakEvenService, type MeasuredRuns } from '../../../../src/main/break-even/break-even-service';
import { rising } from '../../../../src/main/break-even/costs-from';
import { measuringSteps, workerCounts } from '../../../../src/main/break-even/steps';
import { Run } from '../../../../src/main/run/run';
import { type BreakEvenProgress, type Costs, costsSchema } from '../../../../src/shared/break-even/costs';
import type { Scenario } from '../../../../src/shared/scenario';
import { COSTS } from '../../../fixtures/costs';
import { engine } from '../../../fixtures/pools';

const MACHINE: Costs['machine'] = { cores: 1, cpuModel: 'x', platform: 'linux', app: '0.1.0', runtime: '1' };

/** Real runs of much less work: what is tested is not how long they take. */
class SmallRuns implements MeasuredRuns {
  readonly scenarios: Scenario[] = [];
  isBusy = false;
  stops = 0;

  async runUnseen(scenario: Scenario): Promise<Run> {
    this.scenarios.push(scenario);
    const { generate } = scenario.input;
    const small = generate && { generate: { ...generate, count: 6, mean: (generate.mean ?? 0) / 1000 } };
    const run = new Run({ scenario: { ...scenario, input: small ?? scenario.input }, engine, keepResults: false });
    await run.go();
    return run;
  }

  stopCurrent(): void {
    this.stops++;
  }

  hold(): () => void {
    this.isBusy = true;
    return () => {
      this.isBusy = false;
    };
  }
}

interface Measured {
  readonly told: readonly BreakEvenProgress[];
  readonly written: readonly Costs[];
}

function measure(
  runs: MeasuredRuns,
  before: Costs | null = null,
  during: (service: BreakEvenService, progress: BreakEvenProgress) => void = () => undefined,
  now = () => 0,
): Promise<Measured> {
  return new Promise((resolve) => {
    const told: BreakEvenProgress[] = [];
    const written: Costs[] = [];
    const file = { read: () => before, write: async (costs: Costs) => void written.push(costs) };
    const service = new BreakEvenService({
      runs,
      file,
      machine: MACHINE,
      engine: 'child-process',
      busyCores: async () => 0.25,
      now,
      send(progress) {
        told.push(progress);
        during(service, progress);
        if (!progress.running) resolve({ told, written });
      },
    });
    service.start();
  });
}

describe('measuring a machine', () => {
  it('makes each of its runs, tells how far it is, and keeps figures that can be read again', {
    timeout: 120_000,
  }, async () => {
    const runs = new SmallRuns();
    const { told, written } = await measure(runs);
    const last = told.at(-1);
    expect(last?.message).toBeNull();
    expect(last?.done).toBe(last?.total);
    expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));
    expect(runs.scenarios).toHaveLength(2 * measuringSteps(1).length);
    expect(written).toEqual([last?.costs]);
    expect(costsSchema.parse(JSON.parse(JSON.stringify(written[0])))).toEqual(written[0]);
    const { boot, otherBusyCores, rounds, there, work } = written[0] as Costs;
    expect(rounds).toBe(2);
    expect(otherBusyCores).toBe(0.25);
    expect(boot.map(({ workers }) => workers)).toEqual([1, 2]);
    expect(boot[0]?.ms).toBeGreaterThan(0);
    expect(there[0]).toEqual({ bytes: 0, oneMs: 0, allMs: 0, coldMs: 0 });
    for (const { ms } of work) expect(ms).toBeGreaterThan(0);
  });

  it('makes no second round where the first one took long', { timeout: 120_000 }, async () => {
    let minutes = 0;
    const runs = new SmallRuns();
    const { told, written } = await measure(runs, null, undefined, () => 60_000 * minutes++);
    expect(runs.scenarios).toHaveLength(measuringSteps(1).length);
    expect(written[0]?.rounds).toBe(1);
    expect(told.at(-1)?.done).toBe(told.at(-1)?.total);
  });

  it('ends when it is cancelled, and leaves the figures of before', async () => {
    const runs = new SmallRuns();
    const { told, written } = await measure(runs, COSTS, (service, { done }) => {
      if (done === 2) service.cancel();
    });
    expect(told.at(-1)).toMatchObject({ running: false, message: 'Cancelled.', costs: COSTS });
    expect(written).toEqual([]);
    expect(runs.stops).toBe(1);
  });

  it('leaves the figures of before, too, when it is cancelled after its last run', { timeout: 120_000 }, async () => {
    let minutes = 0;
    let looks = 0;
    const write = vi.fn(async () => undefined);
    const last = await new Promise<BreakEvenProgress>((resolve) => {
      const service: BreakEvenService = new BreakEvenService({
        runs: new SmallRuns(),
        file: { read: () => COSTS, write },
        machine: MACHINE,
        engine: 'child-process',
        busyCores: async () => {
          if (++looks === 2) service.cancel();
          return 0;
        },
        now: () => 60_000 * minutes++,
        send: (progress) => !progress.running && resolve(progress),
      });
      service.start();
    });
    expect(last).toMatchObject({ message: 'Cancelled.', costs: COSTS });
    expect(write).not.toHaveBeenCalled();
  });

  it('does not begin while a run is under way', () => {
    const runs = Object.assign(new SmallRuns(), { isBusy: true });
    const file = { read: () => null, write: async () => undefined };
    const service = new BreakEvenService({
      runs,
      file,
      machine: MACHINE,
      engine: 'serial',
      busyCores: async () => 0,
      send: () => undefined,
    });
    expect(() => service.start()).toThrow('A run is under way');
  });

  it('says why where a run does not come to its end', async () => {
    const runs = new SmallRuns();
    runs.runUnseen = async () => Promise.reject(new Error('A run is under way; stop it first.'));
    expect((await measure(runs)).told.at(-1)?.message).toBe('A run is under way; stop it first.');
  });
});

describe('the worker counts', () => {
  it('are one, the cores, twice as many, and powers of two between', () => {
    expect(workerCounts(1)).toEqual([1, 2]);
    expect(workerCounts(2)).toEqual([1, 2, 4]);
    expect(workerCounts(6)).toEqual([1, 2, 4, 6, 8, 12]);
  });

  it('are no more than a pool may have, on a machine with more cores, too', () => {
    expect(workerCounts(192)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 192, 256]);
    expect(Math.max(...measuringSteps(512).map(({ draft }) => draft.pool?.processes ?? 1))).toBe(256);
  });
});

describe('values that should not fall', () => {
  it('become the nearest ones that do not', () => {
    expect(rising([1, 3, 2, 4, 4, 0])).toEqual([1, 2.5, 2.5, 8 / 3, 8 / 3, 8 / 3]);
    expect(rising([])).toEqual([]);
  });
});
