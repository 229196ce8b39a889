/** Phases as they are typed in a search: those of the legend, and each way on its own where there are two. */
import type { Phase } from '../../../shared/phases';

export const PHASE_NAMES = {
  queue: ['queueWait'],
  dumps: ['dumpsArgs', 'dumpsResult'],
  'dumps-args': ['dumpsArgs'],
  'dumps-result': ['dumpsResult'],
  flight: ['sendArgs', 'sendResult'],
  'flight-args': ['sendArgs'],
  'flight-result': ['sendResult'],
  loads: ['loadsArgs', 'loadsResult'],
  'loads-args': ['loadsArgs'],
  'loads-result': ['loadsResult'],
  run: ['run'],
  order: ['orderWait'],
} as const satisfies Record<string, readonly Phase[]>;

export type PhaseName = keyof typeof PHASE_NAMES;

/** The name of one phase alone: to search for what a chart of it shows. */
export const NAME_OF_PHASE: Readonly<Record<Phase, PhaseName>> = {
  queueWait: 'queue',
  dumpsArgs: 'dumps-args',
  sendArgs: 'flight-args',
  loadsArgs: 'loads-args',
  run: 'run',
  dumpsResult: 'dumps-result',
  sendResult: 'flight-result',
  loadsResult: 'loads-result',
  orderWait: 'order',
};

export function isPhaseName(text: string): text is PhaseName {
  return Object.hasOwn(PHASE_NAMES, text);
}
