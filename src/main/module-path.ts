/** Where a scenario's module lies: relative to the scenario's own file on disk, absolute everywhere else. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Scenario } from '../shared/scenario';

export function withAbsoluteModule(scenario: Scenario, folder: string): Scenario {
  return withModule(scenario, (file) => resolve(folder, file));
}

/** A file on another drive of Windows stays absolute. */
export function withRelativeModule(scenario: Scenario, folder: string): Scenario {
  return withModule(scenario, (file) => {
    const path = relative(folder, file);
    if (isAbsolute(path)) return file;
    const plain = path.split(sep).join('/');
    return plain.startsWith('.') ? plain : `./${plain}`;
  });
}

function withModule(scenario: Scenario, move: (file: string) => string): Scenario {
  const { name, params } = scenario.workload;
  if (name !== 'module') return scenario;
  return { ...scenario, workload: { name, params: { ...params, file: move(String(params.file)) } } };
}
