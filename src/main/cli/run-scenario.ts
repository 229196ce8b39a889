/** `poolscope run`: one scenario, from file to exit status. */
import { app } from 'electron';
import { LAB_TITLES } from '../../shared/labs';
import type { Scenario } from '../../shared/scenario';
import { engineFor } from '../engines/registry';
import { WriteFileError } from '../export/write-file';
import { readScenario, ScenarioFileError } from '../read-scenario';
import { Run } from '../run/run';
import { tidy } from '../tidy';
import { STATUS } from './exit-status';
import { whenInterrupted } from './interruption';
import { checkKeepFlags, type KeepFlags, KeptRun } from './keep-run';
import { print, say } from './output';
import { PassedOnOutput } from './pass-on-output';
import { showProgress } from './progress';
import { report } from './report';
import { summaryJson } from './summary-json';

export interface RunFlags extends KeepFlags {
  readonly json: boolean;
  readonly results: boolean;
  readonly quiet: boolean;
}

export async function runScenario(path: string, flags: RunFlags): Promise<number> {
  // What workers print goes to stderr: stdout is for the summary.
  const output = new PassedOnOutput(process.stderr);
  let run: Run;
  let kept: KeptRun | null = null;
  try {
    await checkKeepFlags(flags);
    const scenario = await readScenario(path);
    sayWhoseCode(scenario);
    sayWhichLab(scenario);
    await app.whenReady();
    await tidy();
    run = new Run({
      scenario,
      engine: engineFor(scenario.engine, scenario.pool),
      telemetry: flags.telemetry,
      keepResults: flags.results,
      onOutput: (worker, stream, text) => {
        output.add(worker, stream, text);
        kept?.output(worker, stream, text);
      },
    });
  } catch (error) {
    if (!(error instanceof ScenarioFileError || error instanceof WriteFileError)) throw error;
    say(`poolscope: ${error.message}`);
    return STATUS.usage;
  }
  kept = new KeptRun(run, flags);
  const interrupted = whenInterrupted(() => void run.kill());
  const hideProgress = flags.quiet ? () => undefined : showProgress(run);
  const ended = await run.go((at) => kept?.called(at));
  hideProgress();
  await output.finish();
  const saved = await kept.finish(ended);
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

/** Nobody is asked here: who runs a scenario by hand has named it. But code of somebody else's is not run in silence. */
function sayWhoseCode({ workload: { name, params } }: Scenario): void {
  if (name === 'module') say(`poolscope: runs code with your own rights: ${params.file}`);
}

/** A lab is many runs, in the window; here there is the one that it was set up with. */
function sayWhichLab({ lab }: Scenario): void {
  if (lab === undefined) return;
  say(`poolscope: this scenario is for the lab ${LAB_TITLES[lab.name]}; without the window its scenario runs once`);
}
