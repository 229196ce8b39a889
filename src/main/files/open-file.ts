/** Opens whatever is in a file: a scenario for the form, a workshop, or a run to be shown. */
import { resolve } from 'node:path';
import type { OpenedFile } from '../../shared/ipc';
import { readScenario } from '../read-scenario';
import type { WorkshopFiles } from '../workshops/workshop-files';
import { detectFormat, OpenFileError } from './detect-format';
import type { OpenService } from './open-service';

export interface OpenFileParts {
  readonly opens: OpenService;
  /** A run takes the place in which the file would be shown. */
  readonly runs: { readonly isBusy: boolean };
  readonly workshops: Pick<WorkshopFiles, 'openPath'>;
}

/** @returns null when it was cancelled before there was anything to be shown @throws OpenFileError, ScenarioFileError */
export async function openFile(
  file: string,
  beside: boolean,
  { opens, runs, workshops }: OpenFileParts,
): Promise<OpenedFile | null> {
  const path = resolve(file);
  const format = await detectFormat(path);
  if (format === 'scenario') return { kind: 'scenario', file: { path, scenario: await readScenario(path) } };
  if (format === 'workshop') {
    if (beside) throw new OpenFileError(`${path}: expected a session or a trace to be compared, this is a workshop`);
    return { kind: 'workshop', file: await workshops.openPath(path) };
  }
  if (runs.isBusy && !beside) throw new OpenFileError(`${path}: a run is under way; stop it, then open the file`);
  const runId = await opens.open(path, format, beside);
  return runId === null ? null : { kind: 'run', runId };
}
