/** docs/scenario-format.md is a contract that people read; what it says is held against the schema here. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pathText } from '../../../src/shared/explain-issues';
import { LAB_NAMES } from '../../../src/shared/labs';
import { parseScenario, parseScenarioText } from '../../../src/shared/parse-scenario';
import {
  DISTRIBUTIONS,
  ENGINES,
  LOST_POLICIES,
  METHODS,
  PAYLOAD_KINDS,
  type Scenario,
} from '../../../src/shared/scenario';
import { workload, workloadNames } from '../../../src/shared/workloads';

const page = readFileSync(new URL('../../../docs/scenario-format.md', import.meta.url), 'utf8').replaceAll(
  '\r\n',
  '\n',
);

/** Cells of the table below a heading, without its two head lines. */
function table(heading: string): string[][] {
  const after = page.split(`\n${heading}\n`)[1] ?? '';
  const lines = (/(?:^\|.*\n)+/m.exec(after)?.[0] ?? '').trim().split('\n').slice(2);
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const unquoted = (cell: string): string => cell.replaceAll('`', '');
const firstCells = (heading: string): string[] => table(heading).map(([first]) => unquoted(first ?? ''));

type Json = Record<string, unknown>;

/** Every path to a value that is not an object, with the value. */
function leaves(value: unknown, path: readonly string[] = []): [string, unknown][] {
  const isBranch = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isBranch) return [[pathText(path), value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** A minimal scenario with `value` at a dotted path. */
function withValue(path: string, value: unknown): Json {
  const draft: Json = { version: 1, workload: { name: 'sum-of-squares' } };
  const keys = path.split('.');
  let inner = draft;
  for (const key of keys.slice(0, -1)) {
    inner[key] ??= {};
    inner = inner[key] as Json;
  }
  inner[keys.at(-1) ?? ''] = value;
  return draft;
}

const accepts = (draft: unknown): boolean => {
  try {
    parseScenario(draft);
    return true;
  } catch {
    return false;
  }
};

/** The two ends of `1 to 256`. */
function range(allowed: string): [number, number] | undefined {
  const [, min, max] = /(-?[\d.]+) to (-?[\d.]+)/.exec(allowed) ?? [];
  return min === undefined || max === undefined ? undefined : [Number(min), Number(max)];
}

const defaults: Scenario = parseScenario({ version: 1, workload: { name: 'sum-of-squares' } });

describe('the documented fields', () => {
  const rows = table('## Fields').map((cells) => cells.map(unquoted));

  test('are those of the schema, with its defaults', () => {
    const documented = rows.filter(([, value]) => value !== '').map(([path, value]) => [path, JSON.parse(value ?? '')]);
    const given = ['version', 'workload.name'];
    const expected = leaves(defaults).filter(([path]) => !given.includes(path));
    expect(new Map(documented as [string, unknown][])).toEqual(new Map(expected));
    const withoutDefault = rows.filter(([, value]) => value === '').map(([path]) => path);
    expect(withoutDefault).toEqual([...given, 'input.items', 'input.generate.mean', 'lab']);
  });

  const ranged = rows.flatMap(([path = '', , allowed = '']) => {
    const ends = range(allowed);
    return ends === undefined ? [] : [[path, ...ends, allowed.includes('or null')] as const];
  });
  test.each(ranged)('%s goes from %d to %d, and no further', (path, min, max, orNull) => {
    for (const value of [min, max]) expect(accepts(withValue(path, value))).toBe(true);
    for (const value of [min - 1, max + 1, Number.NaN]) expect(accepts(withValue(path, value))).toBe(false);
    expect(accepts(withValue(path, null))).toBe(orNull);
  });

  test('name every choice there is', () => {
    const choices = (path: string): string[] => (rows.find(([field]) => field === path)?.[2] ?? '').split(', ');
    expect(choices('engine')).toEqual([...ENGINES]);
    expect(choices('pool.onWorkerLost')).toEqual([...LOST_POLICIES]);
    expect(choices('call.method')).toEqual([...METHODS]);
    expect(choices('input.generate.distribution')).toEqual([...DISTRIBUTIONS]);
    expect(choices('payload.kind')).toEqual([...PAYLOAD_KINDS]);
    expect(firstCells('### Engines').sort()).toEqual([...ENGINES].sort());
    expect(firstCells('### Methods')).toEqual([...METHODS]);
    expect(firstCells('### Lost workers')).toEqual([...LOST_POLICIES]);
    expect(firstCells('### Generated items')).toEqual([...DISTRIBUTIONS]);
    expect(firstCells('### Labs')).toEqual([...LAB_NAMES]);
    expect(firstCells('### Payload')).toEqual(PAYLOAD_KINDS.filter((kind) => kind !== 'none'));
  });
});

describe('the documented workloads', () => {
  test('are those of the catalogue, with its summaries, ranges and typical items', () => {
    const rows = table('## Workloads').map((cells) => cells.map(unquoted));
    expect(rows.map(([name]) => name)).toEqual(workloadNames);
    for (const name of workloadNames) {
      const { item, summary } = workload(name);
      const [, , allowed = '', typical, text] = rows.find(([documented]) => documented === name) ?? [];
      expect(text?.startsWith(summary), name).toBe(true);
      expect(typical, name).toBe(item.kind === 'size' ? String(item.typical) : '');
      if (item.kind === 'value') {
        expect(allowed).toBe('any JSON value');
        continue;
      }
      expect(allowed.startsWith(item.integer ? 'whole number' : 'number'), name).toBe(true);
      if (name !== 'mandelbrot') expect(range(allowed), name).toEqual([item.min, item.max]);
    }
  });

  test('have the parameters of the catalogue, with its defaults and descriptions', () => {
    const documented = table('### Parameters').map(([path = '', value = '', , meaning = '']) => {
      return [unquoted(path), JSON.parse(unquoted(value)), meaning];
    });
    const expected = workloadNames.flatMap((name) => {
      const { params } = workload(name);
      return Object.entries(params.parse({})).map(([key, value]) => {
        return [`${name}.${key}`, value, `${params.shape[key]?.meta()?.description}.`];
      });
    });
    expect(documented).toEqual(expected);
  });
});

describe('the documented examples', () => {
  test('parse', () => {
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(accepts(parseScenarioText(example))).toBe(true);
  });

  test('of refusals are what the schema says', () => {
    const sentences = [
      withValue('pool.processes', 10_000),
      withValue('input.items', [1, 2, -3]),
      withValue('workload.params.n', 1),
      withValue('version', 2),
    ].map(sentence);
    expect(page).toContain(sentences.join('\n'));
  });
});

function sentence(draft: Json): string {
  try {
    parseScenario(draft);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}
