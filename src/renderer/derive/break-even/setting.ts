/** From the lab's controls to what the model is asked, and to the runs that answer it. */
import type { Costs } from '../../../shared/break-even/costs';
import { interpolate } from '../../../shared/break-even/interpolate';
import type { Setting } from '../../../shared/break-even/predict';
import { defaultChunksize } from '../../../shared/chunking';
import type { ControlsOf } from '../../../shared/labs';
import { parseScenario } from '../../../shared/parse-scenario';
import { SCENARIO_VERSION, type Scenario } from '../../../shared/scenario';

export type Controls = Omit<ControlsOf<'break-even'>, 'name'>;

export const settingOf = ({ chunksize, tasks, workers, ...rest }: Controls): Setting => ({
  ...rest,
  tasks,
  workers,
  resultBytes: 0,
  chunksize: chunksize ?? defaultChunksize(tasks, workers),
});

/** Of a machine that was never measured: about what machines of today do. */
const TYPICAL_ITEMS_PER_MS = 420_000;

/** How many squares a task adds that takes so long. */
export function itemsFor(taskMs: number, costs: Pick<Costs, 'work'> | null): number {
  if (costs === null) return Math.round(taskMs * TYPICAL_ITEMS_PER_MS);
  const [least] = costs.work;
  const most = costs.work.at(-1);
  if (least === undefined || most === undefined) return Math.round(taskMs * TYPICAL_ITEMS_PER_MS);
  // Outside of what was measured time grows with the items.
  if (taskMs <= least.ms) return Math.round((least.items * taskMs) / least.ms);
  if (taskMs >= most.ms) return Math.round((most.items * taskMs) / most.ms);
  const items = interpolate(
    costs.work,
    ({ ms }) => Math.log(ms),
    ({ items }) => Math.log(items),
    Math.log(taskMs),
  );
  return Math.round(Math.exp(items));
}

/** The pool's run, and the plain loop's over the same tasks. */
export function scenariosOf(controls: Controls, costs: Pick<Costs, 'work'> | null): { pool: Scenario; loop: Scenario } {
  const { workers, tasks, chunksize, bytes, taskMs } = controls;
  const pool = parseScenario({
    version: SCENARIO_VERSION,
    name: 'Break-even',
    pool: { processes: workers },
    call: { method: 'map', chunksize },
    workload: { name: 'sum-of-squares' },
    input: { generate: { count: tasks, distribution: 'constant', mean: itemsFor(taskMs, costs) } },
    payload: bytes === 0 ? { kind: 'none' } : { kind: 'bytes', bytes },
  });
  return { pool, loop: { ...pool, name: 'Break-even, plain loop', engine: 'serial' } };
}
