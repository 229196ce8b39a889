/** The experiments by their names. */
import type { Experiment } from '../../shared/experiments';
import { built } from '../built';
import { spawnFor } from '../engines/registry';
import type { ExperimentRun } from './experiment-run';
import { QueueRun } from './queue/queue-run';
import { SpawnTreeRun } from './spawn-tree/spawn-tree-run';

export function makeExperiment(experiment: Experiment): ExperimentRun {
  switch (experiment.name) {
    case 'queue':
      return new QueueRun(experiment, spawnFor('queue-process'));
    case 'spawn-tree':
      return new SpawnTreeRun(experiment, spawnFor('spawn-tree'), (name) => built('main', `${name}.js`));
  }
}

const TITLES: Readonly<Record<Experiment['name'], string>> = {
  queue: 'A queue between processes',
  'spawn-tree': 'A program and the processes that it starts',
};

export const experimentTitle = ({ name }: Experiment): string => TITLES[name];
