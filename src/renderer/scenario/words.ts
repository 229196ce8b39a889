/** The form's words for what a scenario names. */
import {
  DISTRIBUTIONS,
  type Distribution,
  ENGINES,
  type EngineName,
  LOST_POLICIES,
  type LostPolicy,
  METHODS,
  type MethodName,
  PAYLOAD_KINDS,
  type PayloadKind,
} from '../../shared/scenario';
import type { Choice } from '../ui/select';

const ENGINE_TEXT: Record<EngineName, string> = {
  'utility-process': 'Utility processes',
  thread: 'Threads',
  'locked-thread': 'Threads under one lock',
  serial: 'Plain loop',
  async: 'Event loop (async)',
  'child-process': 'Node processes',
};

export const ENGINE_HINT: Record<EngineName, string> = {
  'utility-process': 'Electron utility processes: real processes of the operating system.',
  thread: 'Worker threads of one process. Unlike in Python they do not share a lock.',
  'locked-thread': 'Threads that take turns, as Python’s under its interpreter lock (GIL). The lock is simulated.',
  serial: 'One task after the other: no pool, nothing is pickled. To compare with.',
  async: 'One thread with many tasks in flight, as asyncio.gather: one goes on while others wait.',
  'child-process': 'Forked Node processes running the same worker.',
};

/** Python's names, as in the code that people know. */
const METHOD_TEXT: Record<MethodName, string> = {
  map: 'map',
  starmap: 'starmap',
  imap: 'imap',
  'imap-unordered': 'imap_unordered',
  apply: 'apply',
  'apply-async': 'apply_async',
  'map-async': 'map_async',
  'starmap-async': 'starmap_async',
};

export const METHOD_HINT: Record<MethodName, string> = {
  map: 'All results at once, in input order.',
  starmap: 'As map, each argument a tuple.',
  imap: 'One by one, in input order.',
  'imap-unordered': 'One by one, as tasks complete.',
  apply: 'A call for each item, each waited for: one busy worker at a time.',
  'apply-async': 'A call for each item, with a callback; then get() in input order.',
  'map-async': 'As map, with a callback when all is done.',
  'starmap-async': 'As starmap, with a callback when all is done.',
};

const POLICY_TEXT: Record<LostPolicy, string> = {
  retry: 'Retry the task',
  fail: 'Fail the task',
  break: 'Break the pool',
  lose: 'Lose the task',
};

export const POLICY_HINT: Record<LostPolicy, string> = {
  retry: 'Its task runs again on another worker, so it may run twice.',
  fail: 'Its task fails; the run goes on.',
  break: 'The whole pool fails, as concurrent.futures does.',
  lose: 'Python loses it too, and then waits for ever.',
};

const PAYLOAD_TEXT: Record<PayloadKind, string> = {
  none: 'None',
  bytes: 'Bytes',
  text: 'Text',
  numbers: 'Numbers',
  objects: 'Objects',
  'shared-memory': 'Shared memory',
};

const DISTRIBUTION_TEXT: Record<Distribution, string> = {
  constant: 'Constant',
  uniform: 'Uniform',
  exponential: 'Exponential',
  bimodal: 'Two sizes',
};

const choices = <Value extends string>(
  values: readonly Value[],
  text: Record<Value, string>,
  note?: Record<Value, string>,
): Choice[] => values.map((value) => ({ value, text: text[value], note: note?.[value] }));

export const engineChoices = choices(ENGINES, ENGINE_TEXT, ENGINE_HINT);
export const methodChoices = choices(METHODS, METHOD_TEXT, METHOD_HINT);
export const policyChoices = choices(LOST_POLICIES, POLICY_TEXT, POLICY_HINT);
export const payloadChoices = choices(PAYLOAD_KINDS, PAYLOAD_TEXT);
export const distributionChoices = choices(DISTRIBUTIONS, DISTRIBUTION_TEXT);

/** `maxIterations`: Max iterations. */
export function paramLabel(name: string): string {
  const words = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
