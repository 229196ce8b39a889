/**
 * How far off the model of the break-even map is: measures the machine as the lab does, then runs the same tasks in a
 * plain loop and in a pool, for settings drawn from a seed, and compares the speed-up with what was predicted.
 */
import { cpus, loadavg } from 'node:os';
import { BreakEvenService } from '../../src/main/break-even/break-even-service';
import { busyCores } from '../../src/main/break-even/busy-cores';
import { childProcessEngine } from '../../src/main/engines/child-process';
import type { Engine } from '../../src/main/engines/engine';
import { Run } from '../../src/main/run/run';
import { scenariosOf, settingOf } from '../../src/renderer/derive/break-even/setting';
import type { Costs } from '../../src/shared/break-even/costs';
import { predict } from '../../src/shared/break-even/predict';
import type { ControlsOf } from '../../src/shared/labs';
import { type Random, seededRandom } from '../../src/shared/random';
import type { Scenario } from '../../src/shared/scenario';

const SETTINGS = 60;
const SEED = 7;
/** So long a plain loop takes at most, ms. */
const LOOP_MS = 200;

type Controls = Omit<ControlsOf<'break-even'>, 'name'>;

export async function bench(workerEntry: string, say: (line: string) => void): Promise<void> {
  const engine = childProcessEngine(workerEntry);
  const costs = await measured(engine);
  say(
    `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; measured in ${(costs.tookMs / 1000).toFixed(1)} s, ${costs.rounds} rounds`,
  );
  const random = seededRandom(SEED);
  const errors: number[] = [];
  for (let index = 0; index < SETTINGS; index++) {
    const controls = drawn(random, cpus().length);
    const { loop, pool } = scenariosOf(controls, costs);
    const loopMs = await wallMs(engine, loop);
    const poolMs = await wallMs(engine, { ...pool, engine: 'child-process' });
    const speedup = loopMs / poolMs;
    const predicted = predict(costs, settingOf(controls)).speedup;
    // As far off whether it says twice or half as much.
    errors.push(Math.exp(Math.abs(Math.log(predicted / speedup))) - 1);
    const { taskMs, bytes, workers, tasks, chunksize } = controls;
    const where = `${taskMs} ms, ${bytes} B, ${workers} workers, ${tasks} tasks in chunks of ${chunksize}`;
    say(`${where}: ${speedup.toFixed(2)}, predicted ${predicted.toFixed(2)}`);
  }
  errors.sort((a, b) => a - b);
  const at = (share: number): string => `${Math.round((errors[Math.floor(share * (errors.length - 1))] ?? 0) * 100)} %`;
  say(
    `off by ${at(0.5)} in the median, quartiles ${at(0.25)} and ${at(0.75)}, nine of ten within ${at(0.9)}; load ${loadavg()[0]?.toFixed(1)}`,
  );
}

async function measured(engine: Engine): Promise<Costs> {
  const runs = {
    isBusy: false,
    runUnseen: async (scenario: Scenario): Promise<Run> => {
      const run = new Run({ scenario, engine, keepResults: false });
      await run.go();
      return run;
    },
    stopCurrent: () => undefined,
    hold: () => () => undefined,
  };
  const machine = { cores: cpus().length, cpuModel: '', platform: process.platform, app: '', runtime: process.version };
  return new Promise((resolve, reject) => {
    const service = new BreakEvenService({
      runs,
      file: { read: () => null, write: async () => undefined },
      machine,
      engine: 'child-process',
      busyCores,
      send: ({ running, costs, message }) => {
        if (running) return;
        if (costs === null) reject(new Error(message ?? 'not measured'));
        else resolve(costs);
      },
    });
    service.start();
  });
}

async function wallMs(engine: Engine, scenario: Scenario): Promise<number> {
  return (await new Run({ scenario, engine, keepResults: false }).go()).wallMs;
}

/** Over all of the map, evenly on its logarithmic axes. */
function drawn(random: Random, cores: number): Controls {
  const between = (low: number, high: number): number => low * (high / low) ** random();
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const taskMs = Number(between(0.02, 20).toPrecision(2));
  const bytes = random() < 0.3 ? 0 : Math.round(between(1024, 8 * 1024 * 1024));
  const most = Math.min(LOOP_MS / taskMs, bytes === 0 ? 4000 : 400e6 / bytes);
  return {
    taskMs,
    bytes,
    workers: one([1, 2, cores, 2 * cores]),
    tasks: Math.max(8, Math.min(4000, Math.round(most))),
    chunksize: one([1, 1, 4]),
    countBoot: false,
  };
}
