/** The worlds and kinds of work of the lab: what they are called, and the engine and workload behind each. */
import type { ControlsOf } from '../../../shared/labs';
import type { EngineName, ScenarioDraft } from '../../../shared/scenario';
import type { Work, World, WorldNumber } from '../../store/four-worlds';

export const WORLD_WORDS: Readonly<Record<World, string>> = {
  loop: 'Plain loop',
  'locked-threads': 'Threads, one lock',
  threads: 'Threads',
  processes: 'Processes',
  async: 'Async',
};

export const WORLD_ENGINES: Readonly<Record<World, EngineName>> = {
  loop: 'serial',
  'locked-threads': 'locked-thread',
  threads: 'thread',
  processes: 'utility-process',
  async: 'async',
};

export const WORK_WORDS: Readonly<Record<Work, string>> = {
  cpu: 'Computing',
  waiting: 'Waiting',
  mixture: 'A mixture',
};

type Sizes = ControlsOf<'four-worlds'>;
type TaskDraft = Pick<ScenarioDraft, 'workload'> & { readonly size: number };

export const WORK_TASKS: Readonly<Record<Work, (sizes: Sizes) => TaskDraft>> = {
  cpu: ({ numbers }) => ({ workload: { name: 'sum-of-squares' }, size: numbers }),
  waiting: ({ waitMs }) => ({ workload: { name: 'sleep' }, size: waitMs }),
  mixture: ({ fileKb, echoes, delayMs, passes }) => ({
    workload: { name: 'read-and-echo', params: { fileKb, echoes, delayMs } },
    size: passes,
  }),
};

interface NumberField {
  readonly field: WorldNumber;
  readonly label: string;
  /** Stands behind it. */
  readonly unit: string;
  /** Kind of work that it is a size of; null: of all. */
  readonly of: Work | null;
}

/** In the order of the form. */
export const NUMBER_FIELDS: readonly NumberField[] = [
  { field: 'tasks', label: 'Tasks', unit: '', of: null },
  { field: 'workers', label: 'Workers', unit: '', of: null },
  { field: 'inFlight', label: 'In flight (async)', unit: '', of: null },
  { field: 'rounds', label: 'Rounds', unit: '', of: null },
  { field: 'numbers', label: 'Numbers to add', unit: '', of: 'cpu' },
  { field: 'waitMs', label: 'Wait', unit: 'ms', of: 'waiting' },
  { field: 'fileKb', label: 'File', unit: 'KB', of: 'mixture' },
  { field: 'echoes', label: 'Echoes', unit: '', of: 'mixture' },
  { field: 'delayMs', label: 'Answer after', unit: 'ms', of: 'mixture' },
  { field: 'passes', label: 'Passes', unit: '', of: 'mixture' },
];
