/** `poolscope run`: one scenario, from file to exit status. */
import { app } from 'electron';
import type { Scenario } from '../../shared/scenario';
import { engineFor } from '../engines/registry';
import { recordedRun } from '../export/recorded-run';
import { checkWritable, WriteFileError } from '../export/write-file';
import { writeTrace } from '../export/write-trace';
import { readScenario, ScenarioFileError } from '../read-scenario';
import { Run } from '../run/run';
import { STATUS } from './exit-status';
import { print, say } from './output';
import { PassedOnOutput } from './pass-on-output';
import { showProgress } from './progress';
import { report } from './report';
import { summaryJson } from './summary-json';

export interface RunFlags {
  readonly json: boolean;
  readonly results: boolean;
  readonly telemetry: boolean;
  readonly quiet: boolean;
  /** Where to write the run as Chrome trace JSON. */
  readonly trace?: string;
}

export async function runScenario(path: string, flags: RunFlags): Promise<number> {
  // What workers print goes to stderr: stdout is for the summary.
  const output = new PassedOnOutput(process.stderr);
  let run: Run;
  try {
    if (flags.trace !== undefined) await checkTraceFlag(flags.trace, flags.telemetry);
    const scenario = await readScenario(path);
    sayWhoseCode(scenario);
    await app.whenReady();
    run = new Run({
      scenario,
      engine: engineFor(scenario.engine, scenario.pool),
      telemetry: flags.telemetry,
      keepResults: flags.results,
      onOutput: (worker, stream, text) => output.add(worker, stream, text),
    });
  } catch (error) {
    if (!(error instanceof ScenarioFileError || error instanceof WriteFileError)) throw error;
    say(`poolscope: ${error.message}`);
    return STATUS.usage;
  }
  const interrupted = whenInterrupted(() => void run.kill());
  const hideProgress = flags.quiet ? () => undefined : showProgress(run);
  await run.go();
  hideProgress();
  await output.finish();
  const saved = flags.trace === undefined || run.status === 'refused' || (await saveTrace(flags.trace, run));
  if (interrupted()) {
    say('poolscope: interrupted; every worker has ended');
    return STATUS.interrupted;
  }
  if (run.status === 'refused') {
    say(`poolscope: ${path}: workload.params: ${run.message}`);
    return STATUS.usage;
  }
  const summary = run.summary(flags.results);
  if (flags.json) await print(`${summaryJson(summary)}\n`);
  else await print(report(run, summary, process.stdout.columns ?? 100));
  if (run.status === 'broken') {
    say(`poolscope: the engine failed: ${run.message ?? 'unknown reason'}`);
    return STATUS.engine;
  }
  if (!saved) return STATUS.usage;
  return summary.ok ? STATUS.ok : STATUS.tasksFailed;
}

/** Before the run, so that nobody waits for a run whose trace cannot be kept. @throws WriteFileError */
async function checkTraceFlag(path: string, telemetry: boolean): Promise<void> {
  if (!telemetry) throw new WriteFileError('--trace: expected telemetry, which --no-telemetry turns off');
  await checkWritable(path);
}

/** @returns whether it was written; a sentence says why not */
async function saveTrace(path: string, run: Run): Promise<boolean> {
  try {
    await writeTrace(path, recordedRun(run));
    return true;
  } catch (error) {
    if (!(error instanceof WriteFileError)) throw error;
    say(`poolscope: ${error.message}`);
    return false;
  }
}

/** Nobody is asked here: who runs a scenario by hand has named it. But code of somebody else's is not run in silence. */
function sayWhoseCode({ workload: { name, params } }: Scenario): void {
  if (name === 'module') say(`poolscope: runs code with your own rights: ${params.file}`);
}

/** @returns whether a signal has come */
function whenInterrupted(end: () => void): () => boolean {
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (interrupted) return;
      interrupted = true;
      end();
    });
  }
  return () => interrupted;
}
