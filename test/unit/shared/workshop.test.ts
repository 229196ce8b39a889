import { describe, expect, it } from 'vitest';
import { formatWorkshop, parseWorkshop, parseWorkshopText } from '../../../src/shared/parse-workshop';
import { minutesOf, subjectOf } from '../../../src/shared/workshop';

const text = { title: 'Break', text: 'Ten minutes.', minutes: 10 };
const scenario = { version: 1, name: 'Naps', workload: { name: 'sleep' }, input: { items: [1] } };

const withSteps = (...steps: unknown[]) => ({ version: 1, title: 'Mine', steps });

describe('a workshop', () => {
  it('has steps of four kinds, in order, with minutes that add up', () => {
    const workshop = parseWorkshop(
      withSteps({ lesson: 'pickling', values: { kind: 'bytes' } }, { scenario }, { lab: 'chaos', minutes: 0 }, text),
    );
    expect(workshop.steps.map((step) => subjectOf(step).kind)).toEqual(['lesson', 'scenario', 'lab', 'text']);
    expect(minutesOf(workshop)).toBe(20);
    expect(workshop.language).toBe('en');
  });

  it('takes notes as one text with lines or as a list, without what is empty', () => {
    const [one, many] = parseWorkshop(
      withSteps({ ...text, notes: 'Say: a.\n\nAsk: b?' }, { ...text, notes: ['Say: a.', ' ', 'Ask: b?'] }),
    ).steps;
    expect(one?.notes).toEqual(['Say: a.', 'Ask: b?']);
    expect(many?.notes).toEqual(one?.notes);
  });

  it('is the same once it was written and read again', () => {
    const workshop = parseWorkshop(
      withSteps({ lesson: 'pickling', values: {} }, { scenario, notes: ['Say: a.'] }, { scenario: 'naps.json' }, text),
    );
    const again = parseWorkshopText(formatWorkshop(workshop));
    expect(again).toEqual({ ...workshop, steps: workshop.steps.map((step) => withoutEmptyValues(step)) });
  });
});

function withoutEmptyValues<Step extends { values?: unknown }>({ values, ...step }: Step) {
  return { ...step, ...(JSON.stringify(values) === '{}' || values === undefined ? {} : { values }) };
}

describe('a workshop is refused in one sentence that says where, what was expected and what was there', () => {
  it.each([
    [[], /^expected an object, got an empty array$/],
    [withSteps(), /^steps: expected a list of 1 to 200 steps, got an empty array$/],
    [{ ...withSteps(text), title: ' ' }, /^title: expected text of 1 to 100 characters, got " "$/],
    [
      { ...withSteps(text), version: 2 },
      /^version: expected 1, got 2; this workshop was written by a newer Poolscope$/,
    ],
    [{ ...withSteps(text), language: 'plain words' }, /^language: expected a language such as en or pt-BR, got "plain/],
    [{ ...withSteps(text), author: 'me' }, /^author: no such field, expected one of version, title, language, steps$/],
    [withSteps({ minutes: 5 }), /^steps\[0\]: expected exactly one of lesson, scenario, lab, text$/],
    [withSteps({ ...text, lab: 'chaos' }), /^steps\[0\]: expected exactly one of lesson, scenario, lab, text$/],
    [
      withSteps(text, { lesson: 'cooking' }),
      /^steps\[1\]\.lesson: expected one of processes-not-threads, .*"cooking"$/,
    ],
    [withSteps({ lab: 'kitchen' }), /^steps\[0\]\.lab: expected one of .*, got "kitchen"$/],
    [withSteps({ ...text, minutes: 2.5 }), /^steps\[0\]\.minutes: expected a whole number from 0 to 600, got 2\.5$/],
    [withSteps({ ...text, notes: 7 }), /^steps\[0\]\.notes: expected text or a list of texts, .* got 7$/],
    [withSteps({ text: 'No title.' }), /^steps\[0\]\.title: expected text of 1 to 100 characters, got nothing$/],
    [withSteps({ ...text, values: { a: 'b' } }), /^steps\[0\]\.values: only a lesson has controls; expected nothing$/],
    [withSteps({ lesson: 'pickling', values: { kind: 1 } }), /^steps\[0\]\.values\.kind: expected text of at most 100/],
    [withSteps({ scenario: 7 }), /^steps\[0\]\.scenario: expected an object, got 7$/],
    [
      withSteps({ scenario: { ...scenario, pool: { processes: 0 } } }),
      /^steps\[0\]\.scenario\.pool\.processes: expected a whole number from 1 to 256, got 0$/,
    ],
    [withSteps({ scenario: '' }), /^steps\[0\]\.scenario: expected a scenario or the path of a scenario file, got ""$/],
  ])('%j', (value, sentence) => {
    expect(() => parseWorkshop(value)).toThrow(sentence);
  });

  it('also text that is not JSON', () => {
    expect(() => parseWorkshopText('{"version": 1,')).toThrow('expected JSON, got the end of the text');
  });
});
