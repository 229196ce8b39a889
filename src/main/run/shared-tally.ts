/** What tasks that completed must have left in the numbers that they share, held against what is there. */
import type { Scenario } from '../../shared/scenario';
import { type ArrayParts, additionsTo, arrayLength, firstNumber, NUMBERS_EACH } from '../../shared/shared-array';
import type { SharedCount } from '../../shared/summary';
import type { WorkloadParams } from '../../shared/workloads';

/** How tasks share the numbers; null: all count up the same one. undefined: the scenario shares none. */
function partsOf({ workload }: Scenario): ArrayParts | null | undefined {
  if (workload.name === 'shared-counter') return null;
  return workload.name === 'shared-array' ? (workload.params as WorkloadParams<'shared-array'>).parts : undefined;
}

/** How many numbers a scenario's tasks share; 0: none. */
export function sharedNumbers(scenario: Scenario): number {
  const parts = partsOf(scenario);
  if (parts === undefined) return 0;
  const { items, generate } = scenario.input;
  return parts === null ? 1 : arrayLength(items?.length ?? generate?.count ?? 0, parts);
}

export class SharedTally {
  private readonly parts: ArrayParts | null;
  private readonly expected: Float64Array;

  constructor(scenario: Scenario) {
    this.parts = partsOf(scenario) ?? null;
    this.expected = new Float64Array(sharedNumbers(scenario));
  }

  /** A task has completed. */
  add(task: number, additions: number): void {
    const { expected, parts } = this;
    if (expected.length === 0) return;
    if (parts === null) {
      expected[0] = (expected[0] ?? 0) + additions;
      return;
    }
    const first = firstNumber(task, parts);
    for (let position = 0; position < NUMBERS_EACH; position++) {
      expected[first + position] = (expected[first + position] ?? 0) + additionsTo(position, additions);
    }
  }

  /** @param found what the numbers hold; null: there are none */
  count(found: readonly number[] | null): SharedCount | undefined {
    if (found === null) return undefined;
    const sums = { expected: sum(this.expected), found: sum(found) };
    if (this.parts === null) return sums;
    const short = found.filter((value, index) => value < (this.expected[index] ?? 0)).length;
    return { ...sums, numbers: found.length, short };
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
