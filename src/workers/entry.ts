/** Entry of every worker: the message loop. One message at a time, in the order in which they came. */
import type { ToWorker } from '../shared/worker-protocol';
import { now, setClockBase } from './clock';
import { makeFunction, type TaskFunction } from './function-table';
import { openPort } from './port';
import { runChunk } from './run-chunk';
import { runLoop } from './run-loop';

const port = openPort();
const functions = new Map<number, TaskFunction>();
let finishing = false;
/** The plain loop, while there is one. */
let loop: Promise<void> = Promise.resolve();

function receive(message: ToWorker): void {
  const received = now();
  switch (message.type) {
    case 'init':
      setClockBase(message.clockBase);
      port.post({ type: 'ready', pid: process.pid });
      break;
    case 'define':
      functions.set(message.functionId, makeFunction(message.spec));
      break;
    case 'chunk':
      runChunk(port, message, functionFor(message.functionId), received);
      break;
    case 'loop':
      loop = runLoop(port, message.items, functionFor(message.functionId), () => finishing);
      break;
    case 'finish':
      finishing = true;
      void loop.then(() => port.post({ type: 'done' }));
      break;
    case 'exit':
      port.exit();
      break;
  }
}

function functionFor(functionId: number): TaskFunction {
  const found = functions.get(functionId);
  if (found === undefined) throw new Error(`function ${functionId} was not defined before it was called`);
  return found;
}

port.onMessage(receive);
