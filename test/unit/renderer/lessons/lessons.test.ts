import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { type CodeMoment, MOMENTS_OF_A_CALL, parseCode } from '../../../../src/renderer/lessons/code-text';
import { heightsOf } from '../../../../src/renderer/lessons/drawn/axes';
import { xText } from '../../../../src/renderer/lessons/drawn/gap';
import { initialValues, type Lesson, type Values } from '../../../../src/renderer/lessons/lesson';
import { lessonAfter, lessonOf, lessons } from '../../../../src/renderer/lessons/registry';
import { experimentSchema } from '../../../../src/shared/experiments';
import { labSchema } from '../../../../src/shared/labs';
import { LESSON_NAMES, type LessonName } from '../../../../src/shared/lesson-names';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import { makeFacts } from '../../../fixtures/make-run';

/** Every way of setting a lesson's controls. */
function allValues({ controls }: Lesson): Values[] {
  return controls.reduce<Values[]>(
    (made, { id, choices }) => made.flatMap((values) => choices.map(({ value }) => ({ ...values, [id]: value }))),
    [{}],
  );
}

/** Longer paragraphs are not read from the back of a room. */
const MOST_CHARS = 220;

it('come one after the other', () => {
  expect(lessons.map(({ name }) => name)).toEqual([...LESSON_NAMES]);
  for (const [position, { name }] of lessons.entries()) {
    expect(lessonAfter(name)?.name).toBe(LESSON_NAMES[position + 1]);
  }
});

describe.each(lessons.map((lesson) => [lesson.name, lesson] as const))('the lesson %s', (_, lesson) => {
  it('makes a scenario or an experiment that can be run, however its controls are set', () => {
    for (const values of allValues(lesson)) {
      if ('experiment' in lesson) expect(() => experimentSchema.parse(lesson.experiment(values))).not.toThrow();
      else expect(() => parseScenario({ version: 1, ...lesson.scenario(values, 2) })).not.toThrow();
    }
  });

  it('sets up its lab, if it has one, as a file could', () => {
    if (lesson.lab !== undefined) expect(labSchema.safeParse(lesson.lab).success).toBe(true);
  });

  it('has two or three controls at most, and begins with choices that there are', () => {
    expect(lesson.controls.length).toBeLessThanOrEqual(3);
    const values = initialValues(lesson);
    for (const { id, choices } of lesson.controls) expect(choices.map(({ value }) => value)).toContain(values[id]);
  });

  it('asks for a prediction that some of its runs answer, and says which', () => {
    const { prediction } = lesson;
    const answering = allValues(lesson).filter((values) => prediction.answeredBy(values));
    expect(answering.length).toBeGreaterThan(0);
    expect(answering.length).toBeLessThan(allValues(lesson).length);
    expect(prediction.answeredBy({ ...initialValues(lesson), ...prediction.values })).toBe(true);
    if (prediction.kind === 'choice') {
      expect(new Set(prediction.choices).size).toBe(prediction.choices.length);
    } else {
      expect(prediction.x.values).toEqual([...new Set(prediction.x.values)]);
      expect(prediction.x.values.length).toBeLessThanOrEqual(8);
      expect(heightsOf(prediction).ticks.length).toBeGreaterThan(1);
    }
  });

  it('draws no line between names', () => {
    const { prediction } = lesson;
    if (prediction.kind !== 'drawn') return;
    const texts = prediction.x.values.map((value) => xText(prediction, value));
    expect(prediction.x.named ?? false).toBe(texts.every((text) => !/\d/.test(text)));
  });

  it('says what it says in short paragraphs that end as sentences do', () => {
    const { idea, text, simulated, takeAway, prediction } = lesson;
    for (const sentence of [idea, ...text, ...simulated, takeAway, prediction.question]) {
      expect(sentence.length, sentence).toBeLessThanOrEqual(MOST_CHARS);
      expect(sentence, sentence).toMatch(/[.?]$/);
    }
  });

  it.each(['python', 'here'] as const)('highlights a line of its %s code at every moment of a run', (side) => {
    const lines = parseCode(lesson.code[side]);
    const marked = new Set(lines.flatMap(({ at }) => at));
    const moments: readonly string[] = [...(lesson.moments?.all ?? MOMENTS_OF_A_CALL)].sort();
    expect([...marked].sort()).toEqual(moments);
    const versions = allValues(lesson).map((values) => lesson.codeFor?.(values) ?? lesson.code);
    for (const { text, at } of versions.flatMap((code) => parseCode(code[side]))) {
      expect(text).not.toMatch(/#[:@]|\/\/[:@]/);
      for (const moment of at) expect(moments).toContain(moment);
    }
  });

  it.each(['python', 'here'] as const)('highlights what runs of its %s code, however its controls are set', (side) => {
    for (const values of allValues(lesson)) {
      const code = lesson.codeFor?.(values) ?? lesson.code;
      const task = parseCode(code[side]).findIndex(({ at }) => at.includes('task'));
      if (!('experiment' in lesson)) expect(task, JSON.stringify(values)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a line of code', () => {
  it('loses its mark, and keeps a comment that is none', () => {
    expect(parseCode('x = 1  #: boot call\ny = 2  # why\nz; //: end')).toEqual([
      { text: 'x = 1', at: ['boot', 'call'] },
      { text: 'y = 2  # why', at: [] },
      { text: 'z;', at: ['end'] },
    ]);
  });

  it('is refused with a mark that is no moment', () => {
    expect(() => parseCode('x  #: lunch')).toThrow(
      'expected one of import, guard, boot, call, task, deliver, end, produce, put, get, consume, join, sentinel, got lunch',
    );
  });
});

describe('the line that is highlighted', () => {
  /** With the line before it. */
  const at = (name: LessonName, values: Values, side: 'python' | 'here', moment: CodeMoment): string => {
    const lesson = lessonOf(name);
    const lines = parseCode((lesson.codeFor?.({ ...initialValues(lesson), ...values }) ?? lesson.code)[side]);
    const found = lines.findIndex((line) => line.at.includes(moment));
    return lines
      .slice(Math.max(0, found - 1), found + 1)
      .map(({ text }) => text.trim())
      .join('\n');
  };

  it.each([
    ['locked-thread', 'with ThreadPoolExecutor'],
    ['thread', 'with ThreadPoolExecutor'],
    ['utility-process', 'with Pool'],
  ])('is that of %s', (engine, line) => {
    expect(at('processes-not-threads', { engine }, 'python', 'boot')).toContain(line);
  });

  it.each(['python', 'here'] as const)('has a lock before it where the lesson has one (%s)', (side) => {
    const lock = /lock\(\)|acquire/;
    for (const what of ['none', 'own', 'overlapping', 'bytes', 'shared-memory']) {
      expect(at('shared-memory', { what }, side, 'task')).not.toMatch(lock);
    }
    for (const what of ['each-addition', 'overlapping-locked']) {
      expect(at('shared-memory', { what }, side, 'task')).toMatch(lock);
    }
  });

  it.each(['python', 'here'] as const)('is the loop where a plain loop runs, and the pool elsewhere (%s)', (side) => {
    expect(at('break-even', { workers: 'loop' }, side, 'call')).toMatch(/\bfor\b/);
    expect(at('break-even', { workers: '2' }, side, 'call')).toContain('pool.map');
  });

  it('does not unpickle while the workers boot', () => {
    expect(at('pickling', {}, 'here', 'boot')).toContain('new Pool');
  });
});

it('what is said of one of several worlds says of which', () => {
  const { prediction } = lessonOf('four-worlds');
  const facts = makeFacts();
  expect(facts.started?.scenario?.engine).toBe('utility-process');
  expect(prediction.because(facts, runIndexOf(facts), [])).toMatch(/^Processes: .*, and 1\.60\ss of waiting took /);
});
