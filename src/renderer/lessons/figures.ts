/** Figures that several lessons show of a run, each with the way in which it was come by. */
import { formatBytes, formatCount, formatDuration, formatFactor, NO_VALUE } from '../../shared/format';
import { mostRunsAtOnce } from '../derive/most-at-once';
import { runProgress } from '../derive/run-progress';
import { startUpNs } from '../derive/start-up';
import type { Facts } from '../store/facts';
import { METHODS, type MethodId } from '../truth/methods';
import type { LessonFigure } from './lesson';

/** What the catalogue tells of a figure. */
export function told(id: MethodId): Pick<LessonFigure, 'kind' | 'method'> {
  const { kind, how } = METHODS[id];
  return { kind: kind === 'measured again now' ? 'measured' : kind, method: how };
}

export function wallFigure(facts: Facts): LessonFigure {
  const { value } = runProgress(facts).wallNs;
  return {
    label: 'Wall time',
    text: formatDuration(value),
    value: value / 1e6,
    ...told('wall'),
  };
}

export function speedupFigure(facts: Facts): LessonFigure {
  const { value } = runProgress(facts).speedup;
  return {
    label: 'Speed-up',
    text: formatFactor(value),
    value,
    ...told('speedup'),
  };
}

export function pidsFigure({ data }: Facts): LessonFigure {
  const pids = new Set(data.workers.flatMap((worker) => worker?.pid ?? []));
  const text = formatCount(pids.size);
  return {
    label: 'Processes',
    text,
    value: pids.size,
    ...told('worker.pid'),
  };
}

export function picklingFigure(facts: Facts): LessonFigure {
  const { dumpsNs, loadsNs } = runProgress(facts).pickling;
  const value = dumpsNs.value + loadsNs.value;
  return {
    label: 'Pickling',
    text: formatDuration(value),
    value: value / 1e6,
    ...told('pickles.both'),
  };
}

export function bytesFigure(facts: Facts): LessonFigure {
  const { argsBytes, resultBytes } = runProgress(facts).pickling;
  const value = argsBytes.value + resultBytes.value;
  return {
    label: 'Bytes pickled',
    text: formatBytes(value),
    value,
    ...told('bytes'),
  };
}

export function atOnceFigure({ data }: Facts): LessonFigure {
  const value = mostRunsAtOnce(data.table);
  return {
    label: 'At once',
    text: formatCount(value),
    value,
    kind: 'derived',
    method:
      'The greatest number of tasks that had begun and not ended at one moment, from the begins and ends of all runs.',
  };
}

export function startUpFigure(facts: Facts): LessonFigure {
  const value = startUpNs(facts);
  return {
    label: 'Start-up',
    text: formatDuration(value),
    value: value / 1e6,
    kind: 'measured',
    method:
      'From the start of the first worker to the first word of the last one. It comes before the call, so wall time is without it.',
  };
}

/** As the summary has it, so that the shortest run has one, and threads too. */
export function coresFigure({ ended }: Facts): LessonFigure {
  const { usage, wallMs = Number.NaN } = ended?.summary ?? {};
  const cores = (usage?.cpuMs ?? Number.NaN) / wallMs;
  return {
    label: 'Cores used',
    text: Number.isNaN(cores) ? NO_VALUE : cores.toFixed(1),
    value: cores,
    kind: 'measured',
    method: usage?.of === 'threads' ? THREADS_CPU : PROCESSES_CPU,
  };
}

export function memoryFigure({ ended }: Facts): LessonFigure {
  const { usage } = ended?.summary ?? {};
  const memory = usage?.memoryBytes ?? Number.NaN;
  return {
    label: 'Memory',
    text: formatBytes(memory),
    value: memory,
    kind: 'measured',
    method: usage?.of === 'threads' ? THREADS_MEMORY : PROCESSES_MEMORY,
  };
}

const PROCESSES_CPU =
  'Processor time of all workers from the call to its return, from the operating system, over wall time.';
const THREADS_CPU =
  'Processor time of the main process from the call to its return, over wall time: the operating system counts its threads together.';
const PROCESSES_MEMORY =
  'Resident memory of all workers when the call had returned, from the operating system. Pages that they share are counted in each.';
const THREADS_MEMORY =
  'JavaScript heaps of all threads as each told at its end. The operating system counts the memory of a process together.';
