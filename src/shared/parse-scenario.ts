/** Text or value in, scenario or one clear sentence out. */
import { explainIssue } from './explain-issues';
import { readJson } from './read-json';
import { SCENARIO_VERSION, type Scenario, scenarioSchema } from './scenario';

/** What is wrong with a scenario, as one sentence without the file's name. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** @throws ScenarioError naming the path inside the value and what was expected */
export function parseScenario(value: unknown): Scenario {
  const version = typeof value === 'object' && value !== null ? (value as { version?: unknown }).version : undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version > SCENARIO_VERSION) {
    throw new ScenarioError(
      `version: expected ${SCENARIO_VERSION}, got ${version}; this scenario was written by a newer Poolscope`,
    );
  }
  if (typeof value === 'object' && value !== null && 'steps' in value && !('workload' in value)) {
    throw new ScenarioError('expected a scenario, this is a workshop');
  }
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) throw new ScenarioError(explainIssue(parsed.error, value));
  return parsed.data;
}

/** @throws ScenarioError also for text that is not JSON */
export function parseScenarioText(text: string): Scenario {
  return parseScenario(jsonOf(text));
}

function jsonOf(text: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    throw new ScenarioError((error as Error).message);
  }
}

/** Text of a scenario file: two-space JSON and a final newline. */
export function formatScenario(scenario: Scenario): string {
  return `${JSON.stringify(scenario, null, 2)}\n`;
}
