/** Entry of every worker: the message loop. One message at a time, in the order in which they came. */
import { loads } from '../boundary/pickle';
import type { ToWorker } from '../shared/worker-protocol';
import { ChunkRunner } from './chunk-runner';
import { now, setClockBase } from './clock';
import { flushOutput } from './flush-output';
import { isThenable, makeFunction, type TaskFunction } from './function-table';
import { openPort } from './port';
import { remoteError } from './remote-error';
import { runGathered } from './run-gathered';
import { runLoop } from './run-loop';

const port = openPort();
const functions = new Map<number, TaskFunction>();
let chunks: ChunkRunner | undefined;
let finishing = false;
/** The loop, plain or of events, while there is one. */
let loop: Promise<void> = Promise.resolve();

/** Messages that came while an asynchronous task or import was under way, with the moment of their arrival. */
const waiting: { readonly message: ToWorker; readonly received: number }[] = [];
let busy = false;

port.onMessage((message) => {
  waiting.push({ message, received: now() });
  if (!busy) takeNext();
});

function takeNext(): void {
  busy = false;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const pending = handle(next.message, next.received);
    if (pending === undefined) continue;
    busy = true;
    void pending.then(takeNext);
    return;
  }
}

/** @returns a promise that resolves when it is done, or undefined when it is done already; it never rejects */
function handle(message: ToWorker, received: number): Promise<void> | undefined {
  switch (message.type) {
    case 'init':
      return initialize(message);
    case 'define':
      return define(message);
    case 'chunks':
      return chunks?.run(message, received);
    case 'loop':
      loop = runLoop(port, message.items, functionFor(message.functionId), () => finishing);
      return undefined;
    case 'gather':
      loop = runGathered(port, message.items, functionFor(message.functionId), message.atOnce, () => finishing);
      return undefined;
    case 'finish':
      finishing = true;
      void loop.then(flushOutput).then(() => port.post({ type: 'done', heapBytes: heapBytes() }));
      return undefined;
    case 'exit':
      port.exit();
      return undefined;
  }
}

/** Of this thread, or of this process's only one. */
function heapBytes(): number {
  const { heapTotal, external } = process.memoryUsage();
  return heapTotal + external;
}

type Message<Type extends ToWorker['type']> = Extract<ToWorker, { type: Type }>;

/** Python: a worker whose initializer raises is of no use, and ends. */
async function initialize({ clockBase, files, initializer }: Message<'init'>): Promise<void> {
  setClockBase(clockBase);
  chunks = new ChunkRunner(port, functionFor, files);
  try {
    if (initializer !== null) await (await makeFunction(initializer.spec))(loads(initializer.args), 0);
    port.post({ type: 'ready', pid: process.pid });
  } catch (error) {
    port.post({ type: 'unfit', error: remoteError(error) });
  }
}

function define({ functionId, spec }: Message<'define'>): Promise<void> | undefined {
  const defined = (made: TaskFunction): void => {
    functions.set(functionId, made);
    port.post({ type: 'defined', functionId, error: null });
  };
  const failed = (error: unknown): void => {
    functions.set(functionId, () => {
      throw error;
    });
    port.post({ type: 'defined', functionId, error: remoteError(error) });
  };
  try {
    const made = makeFunction(spec);
    if (isThenable(made)) return made.then(defined, failed);
    defined(made);
  } catch (error) {
    failed(error);
  }
  return undefined;
}

function functionFor(functionId: number): TaskFunction {
  const found = functions.get(functionId);
  if (found === undefined) throw new Error(`function ${functionId} was not defined before it was called`);
  return found;
}
