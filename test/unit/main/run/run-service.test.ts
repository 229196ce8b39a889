import { describe, expect, it, vi } from 'vitest';
import { RepeatService } from '../../../../src/main/repeat/repeat-service';
import { RunService } from '../../../../src/main/run/run-service';
import type { RepeatProgress } from '../../../../src/shared/repeat';
import type { RunEvent } from '../../../../src/shared/run-events';
import { scenarioSchema } from '../../../../src/shared/scenario';

// Electron's own engine is only there in Electron.
vi.mock('../../../../src/main/engines/registry', async () => {
  const { engine } = await import('../../../fixtures/pools');
  return { engineFor: () => engine };
});

const long = scenarioSchema.parse({
  version: 1,
  engine: 'child-process',
  pool: { processes: 1 },
  workload: { name: 'sleep' },
  input: { items: [60_000] },
});

describe('the runs that a window is shown', () => {
  it('are kept, also those that something else than a person starts', async () => {
    const kept: number[] = [];
    let id = 0;
    const runs: RunService = new RunService(
      () => undefined,
      () => ++id,
      (_, runId) => {
        kept.push(runId);
        return { add: () => undefined };
      },
    );
    const short = { ...long, input: { items: [1] } };
    await runs.run(short, []);
    await runs.runUnseen(short);
    await runs.run(short, []);
    expect(kept).toEqual([1, 2]);
  });
});

describe('runs that are held', () => {
  it('are those of whoever holds them alone, also between two of them', async () => {
    const runs = new RunService(
      () => undefined,
      () => 1,
    );
    const short = { ...long, input: { items: [1] } };
    const letGo = runs.hold('Measuring.');
    expect(runs.isBusy).toBe(true);
    expect(() => runs.start(short)).toThrow('Measuring.');
    expect(() => runs.hold('Again.')).toThrow('Measuring.');
    await expect(runs.runUnseen(short)).rejects.toThrow('Measuring.');
    expect((await runs.runUnseen(short, 'Measuring.')).status).toBe('completed');
    expect(() => runs.start(short)).toThrow('Measuring.');
    letGo();
    expect(runs.isBusy).toBe(false);
    await runs.run(short, []);
    expect(() => runs.hold('Measuring.')()).not.toThrow();
  });
});

describe('the runs of a window that closes', () => {
  it('end, and none is started any more', async () => {
    const runs = new RunService(
      () => undefined,
      () => 1,
    );
    const first = runs.runUnseen(long);
    await runs.shutDown();
    expect((await first).status).toBe('killed');
    await expect(runs.runUnseen(long)).rejects.toThrow('Poolscope is closing.');
    expect(() => runs.start(long)).toThrow('Poolscope is closing.');
    await expect(async () => runs.run(long, [])).rejects.toThrow('Poolscope is closing.');
    expect(runs.isBusy).toBe(false);
  });

  it('have ended, and let go of what they shared, when that is done', async () => {
    const events: RunEvent[] = [];
    const runs = new RunService(
      (event) => events.push(event),
      () => 1,
    );
    runs.start({ ...long, payload: { ...long.payload, kind: 'shared-memory', bytes: 8 } });
    await runs.shutDown();
    expect(events.at(-1)).toMatchObject({ type: 'ended', status: 'killed' });
    expect(runs.isBusy).toBe(false);
  });

  it('let it close also where a run could not be kept to its end', async () => {
    const add = (event: RunEvent): void => {
      if (event.type === 'ended') throw new Error('the disk is full');
    };
    const runs = new RunService(
      () => undefined,
      () => 1,
      () => ({ add }),
    );
    const ended = runs.run(long, []);
    ended.catch(() => undefined);
    await runs.shutDown();
    await expect(ended).rejects.toThrow('the disk is full');
  });

  it('are not repeated any further', async () => {
    const runs = new RunService(
      () => undefined,
      () => 1,
    );
    const last = new Promise<RepeatProgress>((resolve) => {
      const repeats = new RepeatService(runs, (progress) => {
        if (!progress.running) resolve(progress);
      });
      repeats.start({ scenarios: [long], times: 5, warmUp: false });
    });
    await runs.shutDown();
    expect(await last).toMatchObject({ done: 1, total: 5, message: 'Poolscope is closing.' });
  });
});
