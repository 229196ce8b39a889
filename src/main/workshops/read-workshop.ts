/** Reads a workshop file, and the scenarios that it names. Every failure is one sentence that names the file. */
import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseWorkshopText, WorkshopError } from '../../shared/parse-workshop';
import type { Scenario } from '../../shared/scenario';
import type { Workshop, WorkshopFile, WorkshopSource } from '../../shared/workshop';
import { OpenFileError, refusalOf } from '../files/detect-format';
import { withAbsoluteModule } from '../module-path';
import { readScenario, ScenarioFileError } from '../read-scenario';

/** Larger than any workshop that the schema would accept. */
const MOST_BYTES = 64 * 1024 * 1024;

/** @param source what the file is called in the window. @throws OpenFileError */
export async function readWorkshop(path: string, source: WorkshopSource = { path }): Promise<WorkshopFile> {
  const folder = dirname(resolve(path));
  try {
    const workshop = withAbsoluteModules(parseWorkshopText(await textOf(path)), folder);
    return { source, workshop, scenarios: await readScenarios(workshop, folder) };
  } catch (error) {
    if (error instanceof WorkshopError) throw new OpenFileError(`${path}: ${error.message}`);
    throw error;
  }
}

async function textOf(path: string): Promise<string> {
  try {
    // Before it is read: it may be larger than memory.
    const found = await stat(path);
    if (mayNeverEnd(found)) throw new OpenFileError(`${path}: expected a workshop, this is no regular file`);
    if (found.size > MOST_BYTES) throw new OpenFileError(`${path}: too large for a workshop`);
    return await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof OpenFileError ? error : refusalOf(path, error);
  }
}

/** A pipe or a device. A workshop comes from somebody else, and may name anything. */
const mayNeverEnd = (found: Stats): boolean => !found.isFile() && !found.isDirectory();

/** @throws WorkshopError that names the step */
async function readScenarios({ steps }: Workshop, folder: string): Promise<Record<string, Scenario>> {
  const scenarios = new Map<string, Scenario>();
  for (const [index, { scenario }] of steps.entries()) {
    if (typeof scenario !== 'string' || scenarios.has(scenario)) continue;
    const path = resolve(folder, scenario);
    try {
      const found = await stat(path).catch(() => null);
      if (found !== null && mayNeverEnd(found)) throw new ScenarioFileError(`${path}: this is no regular file`);
      scenarios.set(scenario, await readScenario(path));
    } catch (error) {
      if (!(error instanceof ScenarioFileError)) throw error;
      throw new WorkshopError(`steps[${index}].scenario: ${error.message}`);
    }
  }
  return Object.fromEntries(scenarios);
}

/** A function of the user's lies relative to the workshop's file there, and is absolute everywhere else. */
function withAbsoluteModules(workshop: Workshop, folder: string): Workshop {
  const steps = workshop.steps.map((step) =>
    typeof step.scenario === 'object' ? { ...step, scenario: withAbsoluteModule(step.scenario, folder) } : step,
  );
  return { ...workshop, steps };
}
