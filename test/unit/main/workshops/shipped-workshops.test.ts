import { describe, expect, it } from 'vitest';
import { readShipped, shippedNames } from '../../../../src/main/workshops/shipped-workshops';
import { wrongValue } from '../../../../src/renderer/workshop/check-values';
import { LESSON_NAMES } from '../../../../src/shared/lesson-names';
import { minutesOf, subjectOf } from '../../../../src/shared/workshop';
import { titleTroubleOf, troubleOf } from '../../../fixtures/plain-words';

const KINDS_OF_NOTES = /^(Say|Ask|Do|Watch): /;

const names = await shippedNames();

it('there are a two-hour workshop and a ten-minute demo', async () => {
  expect(names).toEqual(['ten-minutes', 'two-hours']);
  expect(minutesOf((await readShipped('two-hours')).workshop)).toBe(120);
  expect(minutesOf((await readShipped('ten-minutes')).workshop)).toBe(10);
});

it('the two hours go through every lesson, in their order, with a break in between', async () => {
  const { steps } = (await readShipped('two-hours')).workshop;
  expect(steps.flatMap(({ lesson }) => lesson ?? [])).toEqual([...LESSON_NAMES]);
  const pause = steps.findIndex(({ title }) => title === 'Break');
  const before = steps.slice(0, pause).reduce((sum, { minutes }) => sum + minutes, 0);
  expect(before).toBeGreaterThan(40);
  expect(before).toBeLessThan(80);
});

it('whoever is to look for a process has a minute of run to do so, and the bench of dying workers no minute to wait', async () => {
  const { steps } = (await readShipped('two-hours')).workshop;
  const exercise = steps.findIndex(({ title }) => title === 'Exercise: find the process');
  const scenario = steps[exercise - 1]?.scenario;
  if (scenario === undefined || typeof scenario === 'string') throw new Error('Something has to run');
  const { count = 0, mean = 0 } = scenario.input.generate ?? {};
  expect(scenario.workload.name).toBe('sleep');
  expect((count * mean) / scenario.pool.processes).toBeGreaterThanOrEqual(60_000);
  // The bench runs what is in the form, once for each policy: not what the exercise left there.
  const bench = steps.find(({ title }) => title === 'When a worker dies')?.scenario;
  expect(bench).toMatchObject({ lab: { name: 'chaos' }, workload: { name: 'sum-of-squares' } });
});

it('one that there is not is named with those that there are', async () => {
  await expect(readShipped('cooking')).rejects.toThrow('expected one of ten-minutes, two-hours, got cooking');
});

describe.each(names)('the workshop %s', (name) => {
  it('makes choices that its lessons have', async () => {
    expect(wrongValue((await readShipped(name)).workshop)).toBe(null);
  });

  it('tells its teacher what to do in each step: short paragraphs that say of what kind they are', async () => {
    for (const step of (await readShipped(name)).workshop.steps) {
      expect(step.minutes).toBeGreaterThan(0);
      expect(step.notes.length, step.title).toBeGreaterThan(0);
      for (const note of step.notes) {
        expect(note).toMatch(KINDS_OF_NOTES);
        expect(troubleOf(note)).toEqual([]);
      }
    }
  });

  it('says and asks something in each lesson, and tells what to watch for', async () => {
    for (const step of (await readShipped(name)).workshop.steps) {
      if (subjectOf(step).kind !== 'lesson') continue;
      const kinds = step.notes.map((note) => KINDS_OF_NOTES.exec(note)?.[1]);
      expect(kinds, step.lesson).toEqual(expect.arrayContaining(['Ask', 'Do', 'Watch']));
    }
  });

  it('gives everybody short texts to read', async () => {
    for (const { text, title } of (await readShipped(name)).workshop.steps) {
      expect((text ?? []).flatMap(troubleOf)).toEqual([]);
      if (title !== undefined) expect(titleTroubleOf(title)).toEqual([]);
    }
  });
});
