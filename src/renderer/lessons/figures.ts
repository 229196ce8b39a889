/** Figures that several lessons show of a run, each with the way in which it was come by. */
import { formatBytes, formatCount, formatDuration, formatFactor, NO_VALUE } from '../../shared/format';
import { mostAtOnce } from '../derive/most-at-once';
import { runProgress } from '../derive/run-progress';
import { startUpNs } from '../derive/start-up';
import type { Facts } from '../store/facts';
import type { LessonFigure } from './lesson';

export function wallFigure(facts: Facts): LessonFigure {
  const { value } = runProgress(facts).wallNs;
  return {
    label: 'Wall time',
    text: formatDuration(value),
    value: value / 1e6,
    kind: 'measured',
    method: 'From the call to its return, on the machine’s monotonic clock. Booting the workers comes before.',
  };
}

export function speedupFigure(facts: Facts): LessonFigure {
  const { value } = runProgress(facts).speedup;
  return {
    label: 'Speed-up',
    text: formatFactor(value),
    value,
    kind: 'derived',
    method: 'The sum of all runs over wall time. Where more workers compute than there are cores it is too high.',
  };
}

/** @param cores NaN: the operating system does not tell */
export function coresFigure(cores: number): LessonFigure {
  return {
    label: 'Cores used',
    text: Number.isNaN(cores) ? NO_VALUE : cores.toFixed(1),
    value: cores,
    kind: 'measured',
    method:
      'Processor time of the worker processes, from the operating system, over the time between its samples. It counts threads together, so of them there is none.',
  };
}

export function pidsFigure({ data }: Facts): LessonFigure {
  const pids = new Set(data.workers.flatMap((worker) => worker?.pid ?? []));
  const text = formatCount(pids.size);
  return {
    label: 'Processes',
    text,
    value: pids.size,
    kind: 'measured',
    method: 'PIDs that the operating system gave to the workers. Threads have that of Poolscope itself.',
  };
}

export function picklingFigure(facts: Facts): LessonFigure {
  const { dumpsNs, loadsNs } = runProgress(facts).pickling;
  const value = dumpsNs.value + loadsNs.value;
  return {
    label: 'Pickling',
    text: formatDuration(value),
    value: value / 1e6,
    kind: 'measured',
    method: 'Time of all dumps and loads of arguments and results, on both sides.',
  };
}

export function bytesFigure(facts: Facts): LessonFigure {
  const { argsBytes, resultBytes } = runProgress(facts).pickling;
  const value = argsBytes.value + resultBytes.value;
  return {
    label: 'Bytes pickled',
    text: formatBytes(value),
    value,
    kind: 'measured',
    method: 'Sizes of all pickles that crossed the boundary, there and back.',
  };
}

export function atOnceFigure({ data }: Facts): LessonFigure {
  const value = mostAtOnce(data.table);
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

/** CPU and memory, as the summary has them. */
export function usageFigures({ ended }: Facts): readonly LessonFigure[] {
  const { usage, wallMs = Number.NaN } = ended?.summary ?? {};
  const cores = (usage?.cpuMs ?? Number.NaN) / wallMs;
  const memory = usage?.memoryBytes ?? Number.NaN;
  const threads = usage?.of === 'threads';
  return [
    {
      label: 'Cores used',
      text: Number.isNaN(cores) ? NO_VALUE : cores.toFixed(1),
      value: cores,
      kind: 'measured',
      method: threads ? THREADS_CPU : PROCESSES_CPU,
    },
    {
      label: 'Memory',
      text: formatBytes(memory),
      value: memory,
      kind: 'measured',
      method: threads ? THREADS_MEMORY : PROCESSES_MEMORY,
    },
  ];
}

const PROCESSES_CPU =
  'Processor time of all workers from the call to its return, from the operating system, over wall time.';
const THREADS_CPU =
  'Processor time of the main process from the call to its return, over wall time: the operating system counts its threads together.';
const PROCESSES_MEMORY =
  'Resident memory of all workers when the call had returned, from the operating system. Pages that they share are counted in each.';
const THREADS_MEMORY =
  'JavaScript heaps of all threads as each told at its end. The operating system counts the memory of a process together.';
