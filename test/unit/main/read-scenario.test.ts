import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readScenario, ScenarioFileError } from '../../../src/main/read-scenario';
import { parseScenario } from '../../../src/shared/parse-scenario';

const draft = { version: 1, name: 'Größe', workload: { name: 'sleep' }, input: { items: [1, 2.5] } };
const scenario = parseScenario(draft);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-read-scenario-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(contents: string | Buffer): string {
  const path = join(folder, 'scenario.json');
  writeFileSync(path, contents);
  return path;
}

/** The sentence that a file is refused with. */
async function refusal(path: string): Promise<string> {
  const error: unknown = await readScenario(path).then(
    () => 'accepted',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ScenarioFileError);
  return (error as ScenarioFileError).message;
}

describe('a scenario file', () => {
  it('is read, with its defaults filled in', async () => {
    expect(await readScenario(write(JSON.stringify(draft)))).toEqual(scenario);
  });

  it('is read with a byte-order mark before it', async () => {
    expect(await readScenario(write(`\uFEFF${JSON.stringify(draft)}`))).toEqual(scenario);
  });

  it('is read with the line ends of Windows', async () => {
    expect(await readScenario(write(JSON.stringify(draft, null, 2).replaceAll('\n', '\r\n')))).toEqual(scenario);
  });
});

describe('a file is refused in a sentence that names it', () => {
  it('when it is not there', async () => {
    const path = join(folder, 'missing.json');
    expect(await refusal(path)).toBe(`${path}: there is no such file`);
  });

  it('when it is a folder', async () => {
    expect(await refusal(folder)).toBe(`${folder}: expected a file, this is a folder`);
  });

  it('when it is larger than any scenario, without reading it', async () => {
    const path = write('{}');
    truncateSync(path, 3 * 1024 ** 3);
    expect(await refusal(path)).toBe(`${path}: too large for a scenario`);
  });

  it('when something on the way to it is no folder', async () => {
    const path = join(write('{}'), 'below.json');
    expect(await refusal(path)).toBe(`${path}: something on the way to it is no folder`);
  });

  for (const [what, contents, reason] of [
    ['is empty', '', 'expected JSON, got nothing'],
    ['is not JSON', '{"version": 1,\n}', 'expected JSON, got "}" at line 2, column 1'],
    ['is cut short', '{"version": 1', 'expected JSON, got the end of the text at line 1, column 14'],
    ['is JSON, but no object', '[]', 'expected an object, got an empty array'],
    ['lacks a version', '{"workload":{"name":"sleep"}}', 'version: expected 1, got nothing'],
    [
      'was written by a newer version',
      '{"version":2}',
      'version: expected 1, got 2; this scenario was written by a newer Poolscope',
    ],
    [
      'has a value that is wrong',
      '{"version":1,"workload":{"name":"sleep"},"pool":{"processes":0}}',
      'pool.processes: expected a whole number from 1 to 256, got 0',
    ],
  ] as const) {
    it(`when it ${what}`, async () => {
      const path = write(contents);
      expect(await refusal(path)).toBe(`${path}: ${reason}`);
    });
  }

  it('when it holds bytes that are no text', async () => {
    expect(await refusal(write(Buffer.from([0xff, 0xfe, 0x00, 0x80])))).toMatch(/scenario\.json: expected JSON, got /);
  });
});
