/** The experiment of lesson "main guard": a tree of processes, as something that is run, shown and summed up. */

import { setTimeout } from 'node:timers/promises';
import { isAlive } from '../../../boundary/is-alive';
import type { SpawnTreeExperiment } from '../../../shared/spawn-tree';
import { startClock } from '../../clock';
import type { ExperimentEnd, ExperimentPicture, ExperimentRun } from '../experiment-run';
import { ProcessTree, type StartProcess } from './process-tree';
import { treeFigures } from './tree-figures';
import { treePicture } from './tree-picture';

export class SpawnTreeRun implements ExperimentRun {
  readonly clock = startClock();
  private readonly tree: ProcessTree;
  private killed = false;

  /** @param programFile path of a built file by its name */
  constructor(
    private readonly experiment: SpawnTreeExperiment,
    start: StartProcess,
    programFile: (name: string) => string,
  ) {
    const { guard, imports } = experiment;
    const text = guard === 'there' ? 'guarded' : 'unguarded';
    const program = programFile(imports === 'nothing' ? `program-${text}` : `program-${text}-libraries`);
    this.tree = new ProcessTree({ setup: experiment, program, start, clock: this.clock });
  }

  async go(called: (at: number) => void): Promise<ExperimentEnd> {
    const calledAt = this.clock.now();
    called(calledAt);
    await this.tree.run();
    const { records } = this.tree;
    const pids = records.flatMap(({ pid }) => pid ?? []);
    await untilGone(pids);
    return {
      status: this.status(),
      message: this.message(),
      calledAt,
      endedAt: this.clock.now(),
      pids,
      figures: treeFigures(this.tree, isAlive),
    };
  }

  picture(): ExperimentPicture | null {
    return treePicture(this.tree.records, this.experiment.most, this.clock.now());
  }

  stop(): void {
    void this.tree.end('stopped');
  }

  async kill(): Promise<void> {
    this.killed ||= this.tree.endedBy === null;
    await this.tree.end('stopped');
  }

  private status(): ExperimentEnd['status'] {
    const { endedBy } = this.tree;
    if (endedBy === 'stopped') return this.killed ? 'killed' : 'stopped';
    return endedBy === 'broken' ? 'broken' : 'completed';
  }

  private message(): string | null {
    const { most, deepest, seconds } = this.experiment;
    switch (this.tree.endedBy) {
      case 'cap':
        return this.tree.refusedFor.has('processes')
          ? `${most} processes were started, as many as there may be. Poolscope has ended all that were left.`
          : `The tree was ${deepest} deep, as deep as it may be. Poolscope has ended all that were left.`;
      case 'time':
        return `Its ${seconds} seconds were up. Poolscope has ended all that were left.`;
      case 'stopped':
        return this.killed ? 'Killed; every process was ended at once.' : 'Stopped; every process was ended.';
      case 'broken':
        return 'The program ended before it had come to its end.';
      default:
        return null;
    }
  }
}

const MOST_WAIT_MS = 2000;
const LOOK_AGAIN_MS = 10;

/** An exit is told a moment before the operating system has forgotten the process. One that stays is counted as left. */
async function untilGone(pids: readonly number[]): Promise<void> {
  const lastLook = performance.now() + MOST_WAIT_MS;
  while (pids.some(isAlive) && performance.now() < lastLook) await setTimeout(LOOK_AGAIN_MS);
}
