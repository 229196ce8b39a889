/**
 * Entry of each process of the spawn tree: a fresh interpreter. Like one of Python's spawn method it knows nothing, and
 * imports the main module to learn what its tasks are.
 */
import { pathToFileURL } from 'node:url';
import type { FromProgram, ToProgram } from '../../shared/program-protocol';
import { now, setClockBase } from '../clock';
import { openPort } from '../port';
import { beInterpreter, type Interpreter } from './interpreter';

const upAt = process.hrtime.bigint();
/** Main has sent the first message before this process was up; one that hangs may never have. */
const INIT_WITHIN_MS = 15_000;
/** Of an error: more of it nobody reads. */
const MOST_TEXT = 1000;
let lifetime = endAfter(INIT_WITHIN_MS);
const port = openPort<FromProgram, ToProgram>();
const post = (message: FromProgram): void => port.post(message);
let interpreter: Interpreter | null = null;
let main: Readonly<Record<string, unknown>> = {};

port.onMessage((message) => {
  if (message.type === 'init') void begin(message);
  else if (message.type === 'task') runTask(message);
  else if (message.type === 'exit') port.exit(message.code);
  else interpreter?.hear(message);
});

type Message<Type extends ToProgram['type']> = Extract<ToProgram, { type: Type }>;

async function begin({ clockBase, isWorker, guard, workers, program, lifetimeMs }: Message<'init'>): Promise<void> {
  clearTimeout(lifetime);
  lifetime = endAfter(lifetimeMs);
  setClockBase(clockBase);
  interpreter = { isWorker, guard, workers, post, hear: () => undefined, isBootstrapping: isWorker };
  beInterpreter(interpreter);
  post({ type: 'up', at: Number(upAt - BigInt(clockBase)) });
  try {
    main = await import(/* @vite-ignore */ pathToFileURL(program).href);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ type: 'raised', at: now(), name, message: message.slice(0, MOST_TEXT) });
    post({ type: 'leaving', at: now(), code: 1 });
    return;
  }
  interpreter.isBootstrapping = false;
  post({ type: 'imported', at: now() });
  if (!isWorker) post({ type: 'leaving', at: now(), code: 0 });
}

/** For the case that main hangs: where it is gone, the port notices. */
function endAfter(ms: number): NodeJS.Timeout {
  return setTimeout(() => process.kill(process.pid, 'SIGKILL'), ms).unref();
}

function runTask({ name, index, item }: Message<'task'>): void {
  const task = main[name];
  if (typeof task !== 'function') throw new Error(`the main module has no function ${name}`);
  const begin = now();
  const value = Number(task(item));
  post({ type: 'result', index, value, begin, end: now() });
}
