import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { withAbsoluteModule, withRelativeModule } from '../../../src/main/module-path';
import { parseScenario } from '../../../src/shared/parse-scenario';

const scenario = (file: string) => parseScenario({ version: 1, workload: { name: 'module', params: { file } } });

it('is relative to the folder of the scenario’s file on disk, and absolute everywhere else', () => {
  for (const file of ['./mine.mjs', '../other/mine.js', './sub/mine.cjs']) {
    const absolute = withAbsoluteModule(scenario(file), resolve('/home/me/scenarios'));
    expect(absolute.workload.params.file).toBe(resolve('/home/me/scenarios', file));
    expect(withRelativeModule(absolute, resolve('/home/me/scenarios'))).toEqual(scenario(file));
  }
});

it('leaves scenarios of other workloads alone', () => {
  const sums = parseScenario({ version: 1, workload: { name: 'sum-of-squares' } });
  expect(withAbsoluteModule(sums, '/home')).toBe(sums);
  expect(withRelativeModule(sums, '/home')).toBe(sums);
});
