/** Who runs in the four worlds: each kind of work in each world. */
import { type ControlsOf, LAB_TITLES } from '../../../shared/labs';
import { parseScenario } from '../../../shared/parse-scenario';
import type { Work, World } from '../../store/four-worlds';
import type { Contestant, RaceOrder } from '../race/race-store';
import { WORK_TASKS, WORK_WORDS, WORLD_ENGINES, WORLD_WORDS } from './world-words';

export interface WorldContestant extends Contestant {
  readonly world: World;
  readonly work: Work;
}

export function worldsOrder(controls: ControlsOf<'four-worlds'>): RaceOrder {
  // All that runs comes from the controls: of the form there is nothing in it.
  const setup = parseScenario({ version: 1, name: LAB_TITLES['four-worlds'], ...NO_FORM, lab: controls });
  return { contestants: worldContestants(controls), rounds: controls.rounds, setup };
}

const NO_FORM = { workload: { name: 'sum-of-squares' } } as const;

/** In the order in which they run: all worlds with the first kind of work, then with the next. */
export function worldContestants(controls: ControlsOf<'four-worlds'>): readonly WorldContestant[] {
  const { worlds, works, tasks, workers, inFlight } = controls;
  return works.flatMap((work) =>
    worlds.map((world): WorldContestant => {
      const label = `${WORK_WORDS[work]}: ${WORLD_WORDS[world]}`;
      const { workload, size } = WORK_TASKS[work](controls);
      const scenario = parseScenario({
        version: 1,
        name: label,
        engine: WORLD_ENGINES[world],
        // Places that no task ever takes would only be empty lanes.
        pool: { processes: world === 'async' ? Math.min(inFlight, tasks) : workers },
        call: { method: 'map', chunksize: 1 },
        workload,
        input: { generate: { count: tasks, distribution: 'constant', mean: size } },
      });
      return { id: `${work} ${world}`, label, scenario, world, work };
    }),
  );
}
