/** Entry of a producer or a consumer of the queue experiment. */
import { setTimeout } from 'node:timers/promises';
import { sharedSystem } from '../../boundary/shared-memory/system';
import { Empty, Full } from '../../boundary/shared-queue/queue-errors';
import { SharedQueue, type Taken } from '../../boundary/shared-queue/shared-queue';
import type { FromQueueProcess, QueuePart, ToQueueProcess } from '../../shared/queue-protocol';
import { seededRandom } from '../../shared/random';
import { now, setClockBase } from '../clock';
import { openProcessPort } from '../process-port';
import { MomentLog } from './moment-log';

/** It is blocked in pieces of that length: between them it hears that it is to stop. */
const PIECE_MS = 50;

const port = openProcessPort();
const post = (message: FromQueueProcess): void => port.post(message);
const log = new MomentLog(post);
let stopped = false;
let work: (() => Promise<void>) | null = null;

port.onMessage((message) => void take(message as ToQueueProcess).catch(fail));

async function take(message: ToQueueProcess): Promise<void> {
  if (message.type === 'init') {
    setClockBase(message.clockBase);
    const queue = SharedQueue.attach(await sharedSystem(), message.queue, { now });
    const { part } = message;
    work = () => (part.role === 'producer' ? produce(queue, part) : consume(queue, part));
    post({ type: 'ready', pid: process.pid });
  } else if (message.type === 'go') {
    await work?.();
    log.add('end');
    log.send();
    post({ type: 'done' });
  } else if (message.type === 'stop') stopped = true;
  else port.exit();
}

function fail(error: unknown): void {
  log.send();
  post({ type: 'trouble', message: error instanceof Error ? error.message : String(error) });
}

async function produce(queue: SharedQueue, { items, ...part }: QueuePart): Promise<void> {
  const pause = pausesOf(part);
  for (const item of items) {
    log.add('work', item);
    await pause();
    log.add('call', item);
    const put = await blocked((ms) => queue.put(item, ms), Full, item);
    if (put === null) return;
    log.add('moved', item, put.at, put.position, put.depth);
    if (stopped) return;
  }
  queue.close();
}

async function consume(queue: SharedQueue, part: Omit<QueuePart, 'items'>): Promise<void> {
  const pause = pausesOf(part);
  for (;;) {
    const taken = (await askThenGet(queue, part.thinkMs)) ?? (await blocked((ms) => queue.get(ms), Empty));
    if (taken === null) return;
    const item = typeof taken.item === 'number' ? taken.item : -1;
    log.add('moved', item, taken.at, taken.position, taken.depth);
    if (taken.item !== null) {
      log.add('work', item);
      await pause();
    }
    if (part.tellsDone) queue.taskDone();
    if (taken.item === null || stopped) return;
  }
}

/** What one should not rely on: asks `empty()`, then takes what there is. @returns null where there is nothing */
async function askThenGet(queue: SharedQueue, thinkMs: number): Promise<Taken | null> {
  log.add('ask');
  const saidEmpty = queue.empty();
  if (thinkMs > 0) await setTimeout(thinkMs);
  log.add('call');
  try {
    const taken = queue.get(0);
    log.answered(!saidEmpty);
    return taken;
  } catch (error) {
    if (!(error instanceof Empty)) throw error;
    log.answered(saidEmpty);
    return null;
  }
}

/** Blocked until it is done, where it cannot be done at once. @returns null: it was stopped meanwhile */
async function blocked<Done>(attempt: (ms: number) => Done, late: new () => Error, item = -1): Promise<Done | null> {
  for (let ms = 0; ; ms = PIECE_MS) {
    try {
      return attempt(ms);
    } catch (error) {
      if (!(error instanceof late)) throw error;
    }
    if (ms === 0) {
      log.add('wait', item);
      log.send();
    }
    // Messages are heard between two tasks of the loop.
    await setTimeout(0);
    if (stopped) return null;
  }
}

/** Between half and one and a half times as long as on average, the same in each run. */
function pausesOf({ workMs, seed }: Pick<QueuePart, 'workMs' | 'seed'>): () => Promise<void> {
  const random = seededRandom(seed);
  return () => {
    const ms = workMs * (0.5 + random());
    // Whoever hears nothing for long must not take it for blocked.
    if (ms >= PIECE_MS) log.send();
    return ms === 0 ? Promise.resolve() : setTimeout(ms);
  };
}
