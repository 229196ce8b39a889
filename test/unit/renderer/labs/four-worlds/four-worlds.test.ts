import { describe, expect, it } from 'vitest';
import { checkControls, controlsDraft, initialControls } from '../../../../../src/renderer/labs/four-worlds/controls';
import { worldColumns } from '../../../../../src/renderer/labs/four-worlds/world-columns';
import { worldContestants } from '../../../../../src/renderer/labs/four-worlds/world-contestants';
import { worldStatus } from '../../../../../src/renderer/labs/four-worlds/world-status';
import { raceMedians } from '../../../../../src/renderer/labs/race/race-medians';
import { noRace, type RaceState } from '../../../../../src/renderer/labs/race/race-store';
import { typedControls } from '../../../../../src/renderer/store/four-worlds';
import { type ControlsOf, labSchema, WORLD_WORKS, WORLDS } from '../../../../../src/shared/labs';
import { type MadeTask, makeHeat } from '../../../../fixtures/make-heat';

const controls = (change: Partial<ControlsOf<'four-worlds'>> = {}): ControlsOf<'four-worlds'> => ({
  ...initialControls(),
  ...change,
});

describe('the contestants of the four worlds', () => {
  it('are all kinds of work, each in all worlds', () => {
    const all = worldContestants(controls());
    expect(all.map(({ work, world }) => `${work} ${world}`)).toEqual(
      WORLD_WORKS.flatMap((work) => WORLDS.map((world) => `${work} ${world}`)),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
  });

  it('do the same work in every world: only engine and size of the pool differ', () => {
    const works = new Set(
      worldContestants(controls({ works: ['mixture'] })).map(({ scenario: { workload, input, payload, call, seed } }) =>
        JSON.stringify({ workload, input, payload, call, seed }),
      ),
    );
    expect(works.size).toBe(1);
  });

  it('have workers as given, and with async tasks in flight, but no more of them than there are', () => {
    const some = worldContestants(controls({ works: ['waiting'], workers: 3, inFlight: 40, tasks: 7 }));
    expect(some.map(({ world, scenario }) => [world, scenario.pool.processes])).toEqual([
      ['loop', 3],
      ['locked-threads', 3],
      ['threads', 3],
      ['processes', 3],
      ['async', 7],
    ]);
  });
});

describe('typed controls', () => {
  it('are those of a file again', () => {
    const file = controls({ worlds: ['async', 'loop'], tasks: 99, waitMs: 7 });
    expect(controlsDraft(typedControls(file))).toEqual(file);
    expect(labSchema.parse(file)).toEqual(file);
  });

  it('are refused in one sentence that begins with their label', () => {
    const typed = typedControls(controls());
    const numbers = { ...typed.numbers, tasks: '5001' };
    expect(checkControls({ ...typed, numbers }).trouble).toMatch(/^Tasks: expected a whole number from 1 to 5000/);
    expect(checkControls({ ...typed, numbers: { ...typed.numbers, waitMs: '' } }).trouble).toMatch(/^Wait: expected/);
    expect(checkControls({ ...typed, worlds: [] }).trouble).toMatch(/^Worlds: /);
  });
});

describe('what the four worlds came to', () => {
  const heat = (ms: number, memoryBytes: number, ...tasks: MadeTask[]) => {
    const made = makeHeat(tasks, ms * 1e6);
    const usage = { of: 'threads', cpuMs: ms / 2, memoryBytes } as const;
    return { ...made, status: 'completed' as const, summary: { wallMs: ms, usage } as never };
  };
  const task = (number: number, begin: number, end: number) => ({ task: number, begin, end, completed: end });

  function ended(): RaceState {
    const contestants = worldContestants(controls({ works: ['waiting'], worlds: ['loop', 'async'] }));
    const heats = [
      [heat(300, 10, task(0, 0, 1), task(1, 1, 2)), heat(200, 20, task(0, 0, 1)), heat(100, 30, task(0, 0, 1))],
      [heat(50, 5, task(0, 0, 3), task(1, 1, 3), task(2, 2, 3))],
    ];
    return { ...noRace(), contestants, heats, rounds: 3 };
  }

  it('is compared with the median of the loop', () => {
    const state = ended();
    const table = raceMedians(state, worldColumns(state));
    const column = (id: string) => table?.rows.map((row) => row[table.columns.findIndex((one) => one.id === id)]);
    expect(column('wall_ms')).toEqual([200, 50]);
    expect(column('over_loop')).toEqual([1, 4]);
    expect(column('at_once')).toEqual([1, 3]);
    expect(column('cores')).toEqual([0.5, 0.5]);
    expect(column('memory_bytes')).toEqual([20, 5]);
  });

  it('has no comparison where the loop was not run', () => {
    const all = ended();
    const state = { ...all, contestants: all.contestants.slice(1), heats: all.heats.slice(1) };
    const column = worldColumns(state).find(({ id }) => id === 'over_loop');
    const [contestant, [own]] = [state.contestants[0], state.heats[0] ?? []];
    if (contestant === undefined || own === undefined) throw new Error('there is one');
    expect(column?.value(contestant, own)).toBeNaN();
  });

  it('is said in a sentence: the quickest world for each kind of work', () => {
    expect(worldStatus(ended())).toMatch(/^Quickest\. Waiting: Async, 50\.0.ms\.$/);
    expect(worldStatus(noRace())).toBe('');
  });

  it('says how processes did at computing, on how many cores, and that their start-up comes on top', () => {
    const contestants = worldContestants(controls({ works: ['cpu'], worlds: ['loop', 'processes'] }));
    const withCpu = (own: ReturnType<typeof heat>, cpuMs: number) => ({
      ...own,
      summary: { wallMs: own.lengthNs / 1e6, usage: { of: 'processes', cpuMs, memoryBytes: 1 } } as never,
    });
    const told = (ms: number, share = 1) =>
      worldStatus({
        ...noRace(),
        contestants,
        heats: [
          [heat(300, 10, task(0, 0, 1))],
          [{ ...withCpu(heat(ms, 10, task(0, 0, 1)), (share * ms) / 2), bootNs: 700e6 }],
        ],
      }).replaceAll(/\s/g, ' ');
    expect(told(150)).toBe(
      'Quickest. Computing: Processes, 150 ms. Computing in processes: 2.0× as fast as the plain loop, on 0.5 cores, as other programs had the rest; their start-up of 700 ms is not counted.',
    );
    expect(told(600)).toContain('Computing in processes: 2.0× slower than the plain loop, on 0.5 cores, as');
    expect(told(150, 2)).toContain('fast as the plain loop, on 1.0 cores; their');
  });
});
