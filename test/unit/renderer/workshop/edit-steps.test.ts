import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addStep, moveStep, removeStep, type Steps } from '../../../../src/renderer/workshop/edit-steps';
import type { WorkshopStep } from '../../../../src/shared/workshop';

const step = (title: string): WorkshopStep => ({ title, text: [title], minutes: 5, notes: [] });

/** Steps a, b, c ..., with 1, 2, 3 ... ms spent in them. */
function steps(count: number, present: number): Steps {
  const titles = Array.from({ length: count }, (_, index) => String.fromCharCode(97 + index));
  return { steps: titles.map(step), spentMs: titles.map((_, index) => index + 1), step: present };
}

const told = ({ steps, spentMs, step: present }: Steps) => ({
  titles: steps.map(({ title }) => title).join(''),
  spent: spentMs.join(''),
  present: steps[present]?.title,
});

describe('the present step stays the present one', () => {
  it('when another is moved over it', () => {
    expect(told(moveStep(steps(4, 1), 3, 0))).toEqual({ titles: 'dabc', spent: '4123', present: 'b' });
    expect(told(moveStep(steps(4, 1), 0, 3))).toEqual({ titles: 'bcda', spent: '2341', present: 'b' });
  });

  it('when it is moved itself', () => {
    expect(told(moveStep(steps(3, 0), 0, 2))).toEqual({ titles: 'bca', spent: '231', present: 'a' });
  });

  it('when one is added before it, or removed', () => {
    expect(told(addStep(steps(2, 1), 1, step('x')))).toEqual({ titles: 'axb', spent: '102', present: 'b' });
    expect(told(removeStep(steps(3, 2), 0))).toEqual({ titles: 'bc', spent: '23', present: 'c' });
  });

  it('but where it is removed: then the one that takes its place', () => {
    expect(told(removeStep(steps(3, 1), 1))).toEqual({ titles: 'ac', spent: '13', present: 'c' });
    expect(told(removeStep(steps(3, 2), 2))).toEqual({ titles: 'ab', spent: '12', present: 'b' });
  });
});

it('the only step cannot be removed', () => {
  expect(removeStep(steps(1, 0), 0)).toEqual(steps(1, 0));
});

it('whatever is moved where, nothing is lost, and each step keeps its time', () => {
  const place = fc.nat({ max: 5 });
  fc.assert(
    fc.property(place, fc.array(fc.tuple(place, place), { maxLength: 12 }), (present, moves) => {
      const before = steps(6, present);
      const after = moves.reduce((state, [from, to]) => moveStep(state, from, to), before);
      expect(after.steps[after.step]).toBe(before.steps[before.step]);
      const spent = (state: Steps) => new Map(state.steps.map((one, index) => [one.title, state.spentMs[index]]));
      expect(new Map([...spent(after)].sort())).toEqual(spent(before));
    }),
  );
});
