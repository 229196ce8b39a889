/** What the break-even lab does: measure the machine, run the point at the cross, run the same tasks with 1..N workers. */
import { predict } from '../../shared/break-even/predict';
import type { Scenario } from '../../shared/scenario';
import { besideLoop, bootMsOf, type Dot, dotOf } from '../derive/break-even/dots';
import type { Place } from '../derive/break-even/map-scale';
import { scenariosOf, settingOf } from '../derive/break-even/setting';
import { type SeriesPoint, seriesWorkers } from '../derive/break-even/worker-curves';
import { isLive } from '../derive/is-live';
import { factsStore } from '../store';
import { type BreakEvenControls, breakEvenStore, type Doing, MOST_DOTS } from '../store/break-even';
import type { Facts } from '../store/facts';
import { inSequence, refuseInSequence } from '../store/sequence';
import { ask } from './ask';
import { runAndWait } from './run-and-wait';

/** Asks main what it knows, once; and makes a dot of each run from now on. @returns a function that ends it */
export function followBreakEven(): () => void {
  ask('break-even:read', undefined).then((progress) => {
    if (breakEvenStore.getState().progress === null) breakEvenStore.setState({ progress });
  }, tell);
  return factsStore.subscribe((facts, before) => {
    if (facts.ended === null || before.ended !== null) return;
    const dot = dotOf(facts);
    if (dot !== null) keepDot(dot);
  });
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const tell = (error: unknown): void => breakEvenStore.setState({ message: sentence(error) });

export function measureMachine(): void {
  breakEvenStore.setState({ message: null });
  measure().catch(tell);
}

async function measure(): Promise<void> {
  refuseInSequence();
  await ask('break-even:start', undefined);
}

export const cancelMeasuring = (): void => void ask('break-even:cancel', undefined).catch(tell);

export function setControls(change: Partial<BreakEvenControls>): void {
  breakEvenStore.setState({ controls: { ...breakEvenStore.getState().controls, ...change } });
}

/** The cross stands there, and is told about. */
export function putCross(place: Place): void {
  setControls(place);
  breakEvenStore.setState({ chosen: null });
}

/** Shows a dot's figures; the cross goes there. */
export function chooseDot({ runId, taskMs, bytes }: Dot): void {
  setControls({ taskMs: Number(taskMs.toPrecision(3)), bytes: Math.round(bytes) });
  breakEvenStore.setState({ chosen: runId });
}

function keepDot(dot: Dot): void {
  const others = breakEvenStore.getState().dots.filter(({ runId }) => runId !== dot.runId);
  breakEvenStore.setState({ dots: [...others, dot].slice(-MOST_DOTS) });
}

const known = () => {
  const { controls, progress, doing } = breakEvenStore.getState();
  return { controls, costs: progress?.costs ?? null, busy: doing !== null || progress?.running === true };
};

/** Runs the tasks that the cross stands for in a plain loop and in the pool; the dot lands where they were measured. */
export async function runPoint(): Promise<void> {
  const { controls, costs, busy } = known();
  if (busy) return;
  if (costs === null) {
    measureMachine();
    return;
  }
  const { loop, pool } = scenariosOf(controls, costs);
  const predicted = predict(costs, settingOf(controls)).speedup;
  await inTurn('point', 2, async (run) => {
    const looped = await run('The plain loop', loop);
    const pooled = await run(workersText(controls.workers), pool);
    const dot = dotOf(pooled);
    if (dot === null) return;
    keepDot(besideLoop(dot, looped, controls.bytes, controls.countBoot, predicted));
    breakEvenStore.setState({ chosen: dot.runId });
  });
}

/** Runs the same tasks with one worker, two and so on, and in a plain loop. */
export async function runSeries(cores: number): Promise<void> {
  const { controls, costs, busy } = known();
  if (busy) return;
  const counts = seriesWorkers(cores);
  await inTurn('series', counts.length + 2, async (run) => {
    const { loop } = scenariosOf(controls, costs);
    // All points hang on the loop: of two runs of it the quicker one counts.
    const loops = [await run('The plain loop', loop), await run('The plain loop again', loop)];
    const looped = loops.reduce((best, other) => (wallMsOf(other) < wallMsOf(best) ? other : best));
    const loopMs = wallMsOf(looped);
    const points: SeriesPoint[] = [];
    for (const workers of counts) {
      const facts = await run(workersText(workers), scenariosOf({ ...controls, workers }, costs).pool);
      points.push(seriesPoint(facts, workers, loopMs, controls.countBoot));
      breakEvenStore.setState({ series: { controls, loopMs, points: [...points] } });
      const dot = dotOf(facts);
      if (dot !== null) keepDot(besideLoop(dot, looped, controls.bytes, controls.countBoot, null));
    }
  });
}

const wallMsOf = (facts: Facts): number => facts.ended?.summary.wallMs ?? Number.NaN;

function seriesPoint(facts: Facts, workers: number, loopMs: number, countBoot: boolean): SeriesPoint {
  const bootMs = bootMsOf(facts);
  const poolMs = wallMsOf(facts);
  const speedup = loopMs / (poolMs + (countBoot ? bootMs : 0));
  return { workers, poolMs, bootMs, speedup, runId: facts.started?.runId ?? 0 };
}

type RunOne = (words: string, scenario: Scenario) => Promise<Facts>;

/** Runs one after the other, and tells how far it is; the first that does not come to its end is the last. */
async function inTurn(what: Doing['what'], total: number, runs: (run: RunOne) => Promise<void>): Promise<void> {
  let done = 0;
  let stopped = false;
  const run: RunOne = async (words, scenario) => {
    if (stopped) throw new Error('Stopped.');
    breakEvenStore.setState({ doing: { what, words, done, total } });
    const facts = await runAndWait(scenario);
    done++;
    return facts;
  };
  const stop = (): void => {
    stopped = true;
    const facts = factsStore.getState();
    if (isLive(facts) && facts.started !== null) ask('run:stop', { runId: facts.started.runId }).catch(tell);
  };
  try {
    await inSequence({ title: TITLES[what], stop }, async () => {
      breakEvenStore.setState({ message: null, doing: { what, words: '', done, total } });
      await runs(run);
    });
  } catch (error) {
    tell(error);
  }
  breakEvenStore.setState({ doing: null });
}

const TITLES: Readonly<Record<Doing['what'], string>> = {
  point: 'The point of the break-even map',
  series: 'The series of 1 to N workers',
};

export const workersText = (count: number): string => `${count} ${count === 1 ? 'worker' : 'workers'}`;
