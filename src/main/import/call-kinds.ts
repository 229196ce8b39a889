/** What a function of Python's `multiprocessing` does, by its name in a VizTracer file: `SimpleQueue.get (…/queues.py:385)`. */

export const CALL_KINDS = {
  other: 0,
  worker: 1,
  get: 2,
  put: 3,
  recv: 4,
  send: 5,
  loads: 6,
  dumps: 7,
  raised: 8,
  log: 9,
  sendTasks: 10,
  takeResults: 11,
} as const;
export type CallKind = (typeof CALL_KINDS)[keyof typeof CALL_KINDS];

/** Before Python 3.11 names come without their class. */
const PATTERNS: readonly (readonly [RegExp, CallKind])[] = [
  [/^worker \(.*\bpool\.py:\d+\)$/, CALL_KINDS.worker],
  [/^(SimpleQueue\.)?get \(.*\bqueues\.py:\d+\)$/, CALL_KINDS.get],
  [/^(SimpleQueue\.)?put \(.*\bqueues\.py:\d+\)$/, CALL_KINDS.put],
  [/^(\w+\.)?_?recv_bytes \(.*\bconnection\.py:\d+\)$/, CALL_KINDS.recv],
  [/^(\w+\.)?_?send_bytes \(.*\bconnection\.py:\d+\)$/, CALL_KINDS.send],
  [/^(_pickle|pickle)\.loads$|^loads \(.*\bpickle\.py:\d+\)$/, CALL_KINDS.loads],
  [/^(ForkingPickler\.)?dumps \(.*\breduction\.py:\d+\)$/, CALL_KINDS.dumps],
  [/^(ExceptionWithTraceback|MaybeEncodingError)\.__init__ \(.*\bpool\.py:\d+\)$/, CALL_KINDS.raised],
  [/^(debug|info|sub_debug) \(.*\butil\.py:\d+\)$/, CALL_KINDS.log],
  [/^(Pool\.)?_handle_tasks \(.*\bpool\.py:\d+\)$/, CALL_KINDS.sendTasks],
  [/^(Pool\.)?_handle_results \(.*\bpool\.py:\d+\)$/, CALL_KINDS.takeResults],
];

export function callKind(name: string): CallKind {
  // Most texts are none of them, and arguments are texts, too.
  if (!name.endsWith(')') && !name.endsWith('.loads')) return CALL_KINDS.other;
  return PATTERNS.find(([pattern]) => pattern.test(name))?.[1] ?? CALL_KINDS.other;
}

/** Of each text; a text is looked at once, however many calls have it. */
export const callKinds = (texts: readonly string[]): Uint8Array => Uint8Array.from(texts, callKind);
