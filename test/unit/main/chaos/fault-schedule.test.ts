import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faultSchedule } from '../../../../src/main/chaos/fault-schedule';
import { FAULT_KINDS } from '../../../../src/shared/faults';

const given = fc.tuple(
  fc.constantFrom(...FAULT_KINDS),
  fc.integer({ min: 1, max: 50 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.maxSafeInteger(),
);

it('is the same for the same seed, and in the order in which faults are due', () => {
  fc.assert(
    fc.property(given, ([kind, faults, tasks, seed]) => {
      const schedule = faultSchedule(kind, faults, tasks, seed);
      expect(schedule).toHaveLength(faults);
      expect(faultSchedule(kind, faults, tasks, seed)).toEqual(schedule);
      const due = schedule.map(({ afterTasks }) => afterTasks);
      expect(due).toEqual([...due].sort((a, b) => a - b));
      expect(due.every((after) => after >= 0 && after <= tasks * 0.9)).toBe(true);
    }),
  );
});

it('is another one for another seed', () => {
  expect(faultSchedule('kill', 5, 1000, 1)).not.toEqual(faultSchedule('kill', 5, 1000, 2));
});
