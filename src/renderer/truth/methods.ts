/** The one catalogue of methods: an entry for each figure and each lane that the window shows. docs/truth.md lists them. */
import { ANALYSIS_METHODS } from './catalogue/analysis-methods';
import { LAB_METHODS } from './catalogue/lab-methods';
import { LANE_METHODS } from './catalogue/lane-methods';
import { RUN_METHODS } from './catalogue/run-methods';
import { TASK_METHODS } from './catalogue/task-methods';
import { WORKER_METHODS } from './catalogue/worker-methods';
import type { Method } from './method';

const ALL = {
  ...RUN_METHODS,
  ...TASK_METHODS,
  ...WORKER_METHODS,
  ...ANALYSIS_METHODS,
  ...LAB_METHODS,
  ...LANE_METHODS,
} as const;

export type MethodId = keyof typeof ALL;
export const METHODS: Readonly<Record<MethodId, Method>> = ALL;
export const METHOD_IDS = Object.keys(ALL) as readonly MethodId[];

/** @param method of the catalogue, or that of a figure that brings its own: a lesson's, a lab's */
export const methodOf = (method: MethodId | Method): Method => (typeof method === 'string' ? METHODS[method] : method);
