/** The experiments by their names. */
import type { Experiment } from '../../shared/experiments';
import { spawnFor } from '../engines/registry';
import type { ExperimentRun } from './experiment-run';
import { QueueRun } from './queue/queue-run';

export function makeExperiment(experiment: Experiment): ExperimentRun {
  switch (experiment.name) {
    case 'queue':
      return new QueueRun(experiment, spawnFor('queue-process'));
  }
}

const TITLES: Readonly<Record<Experiment['name'], string>> = {
  queue: 'Producers and consumers around a queue',
};

export const experimentTitle = ({ name }: Experiment): string => TITLES[name];
