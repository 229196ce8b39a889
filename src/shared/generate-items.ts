/** The items of a call, drawn from the scenario's seed: the same on every machine. */
import { type Random, seededRandom } from './random';
import type { Distribution, Scenario } from './scenario';
import { type ItemSpec, workload } from './workloads';

/** Input items of the scenario's call, in input order. */
export function scenarioItems(scenario: Scenario): readonly unknown[] {
  const { items, generate } = scenario.input;
  if (items !== undefined) return items;
  if (generate === undefined) return [];
  const spec = workload(scenario.workload.name).item;
  if (spec.kind !== 'size') return Array.from({ length: generate.count }, (_, index) => index);
  const random = seededRandom(scenario.seed);
  const mean = generate.mean ?? spec.typical;
  return Array.from({ length: generate.count }, () =>
    allowed(draw(random, generate.distribution, mean, generate.spread), spec),
  );
}

/** The same for a workload whose items are numbers, as all of Poolscope's own are. */
export const numericItems = (scenario: Scenario): readonly number[] => scenarioItems(scenario) as readonly number[];

/** How many tasks the scenario's call has, without making the items. */
export function taskCount({ input }: Scenario): number {
  return input.items?.length ?? input.generate?.count ?? 0;
}

/**
 * One draw with the given mean. `spread` is relative to the mean: half width (uniform), distance of each of the two
 * modes (bimodal), and the share that varies (exponential: 1 is a plain exponential).
 */
function draw(random: Random, distribution: Distribution, mean: number, spread: number): number {
  switch (distribution) {
    case 'constant':
      return mean;
    case 'uniform':
      return mean * (1 + spread * (2 * random() - 1));
    case 'exponential':
      return mean * (1 - spread + spread * -Math.log(1 - random()));
    case 'bimodal':
      return mean * (random() < 0.5 ? 1 - spread : 1 + spread);
  }
}

function allowed(value: number, { min, max, integer }: ItemSpec): number {
  const clamped = Math.min(max, Math.max(min, value));
  return integer ? Math.round(clamped) : clamped;
}
