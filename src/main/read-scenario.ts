/** Reads a scenario file. Every failure is one sentence that names the file. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseScenarioText, ScenarioError } from '../shared/parse-scenario';
import type { Scenario } from '../shared/scenario';
import { withAbsoluteModule } from './module-path';

/** Larger than any scenario that the schema would accept. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The file cannot be read, or does not hold a scenario. */
export class ScenarioFileError extends Error {
  override readonly name = 'ScenarioFileError';
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'expected a file, this is a folder',
  ENOTDIR: 'something on the way to it is no folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
};

/** @throws ScenarioFileError */
export async function readScenario(path: string): Promise<Scenario> {
  let text: string;
  try {
    const found = await stat(path);
    // Before it is read: it may be larger than memory.
    if (found.size > MOST_BYTES) throw new ScenarioFileError(`${path}: too large for a scenario`);
    const contents = await readFile(path);
    text = contents.toString('utf8');
  } catch (error) {
    if (error instanceof ScenarioFileError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ScenarioFileError(`${path}: ${REASONS[code ?? ''] ?? message}`);
  }
  try {
    return await withModule(parseScenarioText(text), dirname(resolve(path)));
  } catch (error) {
    if (error instanceof ScenarioError) throw new ScenarioFileError(`${path}: ${error.message}`);
    throw error;
  }
}

/** @throws ScenarioError when the scenario's module is not where it says */
async function withModule(read: Scenario, folder: string): Promise<Scenario> {
  const scenario = withAbsoluteModule(read, folder);
  if (scenario.workload.name !== 'module') return scenario;
  const file = String(scenario.workload.params.file);
  const found = await stat(file).catch(() => null);
  if (found?.isFile() === true) return scenario;
  const what = found === null ? 'there is no such file' : 'this is no file';
  throw new ScenarioError(`workload.params.file: expected a JavaScript file, got ${file}; ${what}`);
}
