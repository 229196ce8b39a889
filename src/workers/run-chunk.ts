/**
 * Runs one chunk: loads, run, dumps for each task, each timed on its own; one message back at the end. As in Python the
 * first task that fails ends its chunk.
 */
import { deserialize, serialize } from 'node:v8';
import { joinBytes } from '../shared/join-bytes';
import { TASK_STATUS, type ToWorker, WORKER_MOMENTS } from '../shared/worker-protocol';
import { now } from './clock';
import type { TaskFunction } from './function-table';
import type { Port } from './port';
import { remoteError, unpicklableResult } from './remote-error';

type ChunkMessage = Extract<ToWorker, { type: 'chunk' }>;

/** Tasks are announced at most this often: often enough to look live, too seldom to cost anything. */
const NEWS_EVERY_NS = 25e6;
const STRIDE = WORKER_MOMENTS.length;

/** @param received when the message arrived, ns since the clock base */
export function runChunk(port: Port, message: ChunkMessage, call: TaskFunction, received: number): void {
  const count = message.tasks.length;
  const times = new Float64Array(count * STRIDE).fill(Number.NaN);
  const status = new Uint8Array(count).fill(TASK_STATUS.skipped);
  const results: Uint8Array[] = [];
  let offset = 0;
  for (let position = 0; position < count; position++) {
    const slot = position * STRIDE;
    const begin = now();
    // Nobody knows yet whether it will be long: it is announced unless another one was a moment ago.
    if (begin - lastNews >= NEWS_EVERY_NS) {
      times[slot] = begin;
      times[slot + 1] = begin;
      port.post({ type: 'progress', chunk: message.chunk, received, times: times.slice(0, slot + STRIDE) });
      lastNews = begin;
    }
    const length = message.lengths[position] ?? 0;
    const args = message.args.subarray(offset, offset + length);
    offset += length;
    const { pickled, code } = runTask(args, message.tasks[position] ?? 0, call, times, slot);
    results.push(pickled);
    status[position] = code;
    if (code !== TASK_STATUS.ok) break;
  }
  const lengths = new Uint32Array(count);
  for (const [position, result] of results.entries()) lengths[position] = result.length;
  const packed = joinBytes(results);
  const sent = now();
  port.post({ type: 'result', chunk: message.chunk, received, sent, times, status, lengths, results: packed });
}

/** When a task was last announced, over all chunks. */
let lastNews = Number.NEGATIVE_INFINITY;

interface TaskEnd {
  readonly pickled: Uint8Array;
  readonly code: number;
}

/** Times the three phases of one task into `times[slot..slot+3]`; an error becomes the pickled RemoteErrorData. */
function runTask(args: Uint8Array, task: number, call: TaskFunction, times: Float64Array, slot: number): TaskEnd {
  times[slot] = now();
  let value: unknown;
  try {
    const loaded: unknown = deserialize(args);
    times[slot + 1] = now();
    value = call(loaded, task);
    times[slot + 2] = now();
  } catch (error) {
    const end = now();
    if (Number.isNaN(times[slot + 1])) times[slot + 1] = end;
    times[slot + 2] = end;
    return dumped(serialize(remoteError(error)), TASK_STATUS.raised, times, slot);
  }
  try {
    return dumped(serialize(value), TASK_STATUS.ok, times, slot);
  } catch (error) {
    return dumped(serialize(unpicklableResult(error)), TASK_STATUS.unpicklable, times, slot);
  }
}

function dumped(pickled: Uint8Array, code: number, times: Float64Array, slot: number): TaskEnd {
  times[slot + 3] = now();
  return { pickled, code };
}
