/** Who runs in the API race: each method with each chunk size, on one scenario. */
import { taskCount } from '../../../shared/generate-items';
import type { ControlsOf } from '../../../shared/labs';
import type { MethodName, Scenario } from '../../../shared/scenario';
import type { Contestant } from '../race/race-store';

/** As Python writes it. */
export const pythonName = (method: MethodName): string => method.replaceAll('-', '_');

/** Calls of one task each have no chunks. */
const WITHOUT_CHUNKS: ReadonlySet<MethodName> = new Set(['apply', 'apply-async']);

/** In the order in which they run: all methods with the first chunk size, then with the next. */
export function raceContestants(
  scenario: Scenario,
  { methods, chunksizes }: ControlsOf<'api-race'>,
): readonly Contestant[] {
  const tasks = taskCount(scenario);
  const sizes = chunksizes.map((size) => (size === 'all' ? Math.max(1, tasks) : Math.min(size, Math.max(1, tasks))));
  const { lab: _, ...plain } = scenario;
  return [...new Set(sizes)].flatMap((size, at) =>
    methods.flatMap((method): Contestant[] => {
      const alone = WITHOUT_CHUNKS.has(method);
      if (alone && at > 0) return [];
      const name = pythonName(method);
      const label = alone ? name : `${name}, ${chunkWords(size, tasks)}`;
      const call = { ...scenario.call, method, chunksize: alone ? null : size };
      return [{ id: `${method} ${size}`, label, scenario: { ...plain, name: label, call } }];
    }),
  );
}

const chunkWords = (size: number, tasks: number): string =>
  size === tasks && tasks > 1 ? `one chunk of all ${tasks}` : `chunk size ${size}`;
