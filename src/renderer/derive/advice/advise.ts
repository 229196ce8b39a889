/** Advice for a whole run: at most three findings, ordered by what they would save, or why there is none. */
import { formatPercent } from '../../../shared/format';
import type { Facts } from '../../store/facts';
import type { RunIndex } from '../run-index';
import { SETUP_UNKNOWN } from '../setup-unknown';
import { deeperPrefetch } from './deeper-prefetch';
import { fewerWorkers } from './fewer-workers';
import type { Finding, Rule } from './finding';
import { largerChunks } from './larger-chunks';
import { lookAhead } from './look-ahead';
import { moreWorkers } from './more-workers';
import { plainLoop } from './plain-loop';
import { runFigures } from './run-figures';
import { singleCalls } from './single-calls';
import { smallerArguments } from './smaller-arguments';
import { smallerChunks } from './smaller-chunks';
import { smallerResults } from './smaller-results';
import { unordered } from './unordered';
import { workerDeaths } from './worker-deaths';

export interface Advice {
  readonly findings: readonly Finding[];
  /** Why there are none; empty where there are. */
  readonly none: string;
}

const RULES: readonly Rule[] = [
  plainLoop,
  workerDeaths,
  largerChunks,
  smallerChunks,
  smallerArguments,
  smallerResults,
  deeperPrefetch,
  singleCalls,
  lookAhead,
  unordered,
  moreWorkers,
  fewerWorkers,
];
/** More would be a list to work through, and not advice. */
const MOST = 3;
/** From here on the workers' time is well used. */
const WELL_USED = 0.8;

/** @param cores of this machine. @returns null before the end of a run */
export function advise(facts: Facts, index: RunIndex, cores: number): Advice | null {
  const { started, ended } = facts;
  if (started === null || ended === null) return null;
  if (started.scenario === null) return none(`${SETUP_UNKNOWN}, so there is nothing to advise on.`);
  if (started.scenario.engine === 'serial') {
    return none('A plain loop has no pool to advise on. Run the same with workers to see what a pool would change.');
  }
  if (started.scenario.engine === 'async') {
    return none(
      'An event loop has no pool to advise on: while a task waits others go on, and one that computes holds up all.',
    );
  }
  if (started.scenario?.engine === 'locked-thread') {
    return none('Threads under one lock take turns: no setting changes that. Processes compute at once.');
  }
  if (ended.status !== 'completed') return none(ENDED_EARLY[ended.status]);
  const figures = runFigures(facts, index, cores);
  if (figures === null) return none('The run had no tasks, so there is nothing to advise on.');
  const found = RULES.flatMap((rule) => rule(figures) ?? []).sort((a, b) => b.savesNs - a.savesNs);
  const findings = found.filter(isFirstOfItsField).slice(0, MOST);
  const useful = `${formatPercent(figures.usefulShare)} of the workers’ time was useful work.`;
  const words =
    figures.usefulShare >= WELL_USED
      ? `Nothing stands out: ${useful}`
      : `Nothing stands out that a change of the scenario would mend: ${useful}`;
  return findings.length === 0 ? none(words) : { findings, none: '' };
}

/** One field cannot take two values: the change that saves more stands. */
function isFirstOfItsField({ change }: Finding, position: number, found: readonly Finding[]): boolean {
  return change === null || found.findIndex((other) => other.change?.path === change.path) === position;
}

const none = (words: string): Advice => ({ findings: [], none: words });

const ENDED_EARLY = {
  stopped: 'The run was stopped before its end: advice would rest on a part of it.',
  killed: 'The run was killed before its end: advice would rest on a part of it.',
  broken: 'The pool gave up before the end of the run: advice would rest on a part of it.',
  refused: 'The call was not made, so there is nothing to advise on.',
  unfinished: 'The recording ends before its run does: advice would rest on a part of it.',
} as const;
