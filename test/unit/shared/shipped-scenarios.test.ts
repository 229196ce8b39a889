import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenarioItems } from '../../../src/shared/generate-items';
import { formatScenario, parseScenarioText } from '../../../src/shared/parse-scenario';

const folder = new URL('../../../resources/scenarios/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n');

test('the window’s default scenario is shipped', () => {
  expect(files).toContain('default.json');
});

describe.each(files)('the shipped %s', (file) => {
  test('is a scenario with tasks, a name of its own and no more than one name for both', () => {
    const scenario = parseScenarioText(textOf(file));
    expect(scenarioItems(scenario).length).toBeGreaterThan(0);
    const sameName = files.filter((other) => parseScenarioText(textOf(other)).name === scenario.name);
    expect(sameName).toEqual([file]);
    expect(scenario.name).not.toBe('Untitled');
  });

  test('says everything that it means: no default is left to be filled in', () => {
    const text = textOf(file);
    const asWritten: unknown = JSON.parse(text);
    const filledIn: unknown = JSON.parse(formatScenario(parseScenarioText(text)));
    expect(asWritten).toEqual(filledIn);
  });
});

test('sum-of-squares.json is the example of the command line’s contract', () => {
  expect(parseScenarioText(textOf('sum-of-squares.json'))).toMatchObject({
    name: 'Sum of squares',
    engine: 'utility-process',
    pool: { processes: 4 },
    call: { method: 'map', chunksize: null },
    input: { items: [1_000_000, 2_000_000, 3_000_000] },
  });
});
