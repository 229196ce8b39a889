/** What pickling the argument or the result of one task costs. The argument is made again, as the call made it. */
import { formatBytes } from '../../shared/format';
import { makePayload } from '../../shared/payload';
import { MOST_PRICED_BYTES, type Price, type PriceSide } from '../../shared/price';
import { anLoop, isLoop } from '../../shared/scenario';
import { RemoteError } from '../pool/errors';
import { bareNode } from '../price/bare-node';
import { priceValue } from '../price/price-value';
import { typeName } from '../price/type-name';
import { unclonableType } from '../price/unclonable-type';
import { carriesPayload, taskArguments } from './function-spec';
import type { Run } from './run';

const COLUMNS = { argument: 'argsBytes', result: 'resultBytes' } as const;

/** @throws Error saying in one sentence why there is no price */
export async function priceTask(run: Run, task: number, side: PriceSide): Promise<Price> {
  if (task >= run.tasks) throw new Error(`There is no task ${task}; the run has ${run.tasks}.`);
  const { engine } = run.scenario;
  if (isLoop(engine)) throw new Error(`Nothing crosses in ${anLoop(engine)}, so nothing was pickled.`);
  if (run.returnedAt === null) {
    throw new Error('What pickling costs is measured once the run has ended, so as not to disturb it.');
  }
  const { payload } = run.scenario;
  const riding = carriesPayload(payload.kind, side === 'argument' ? payload.bytes : payload.resultBytes);
  const pickled = riding && payload.kind !== 'shared-memory';
  const payloadBytes = pickled ? (side === 'argument' ? payload.bytes : payload.resultBytes) : 0;
  const recorded = run.hub?.recordedBytes(task, COLUMNS[side]) ?? 0;
  const large = Math.max(recorded, payloadBytes) > MOST_PRICED_BYTES;
  if (side === 'argument') {
    if (large) return tooLarge(run.items[task], riding, recorded || payloadBytes);
    return priceValue(taskArguments(run.scenario, [run.items[task]], run.shared.names)[0]);
  }
  const result = run.results.get(task);
  if (result === undefined) throw new Error(`No result of task ${task} came back.`);
  if (!result.ok) return priceError(result.error);
  if (large) return tooLarge(result.value, riding, recorded || payloadBytes);
  return priceValue(riding ? [result.value, makePayload(payload.kind, payload.resultBytes)] : result.value);
}

/** @throws Error where nothing of the task crossed */
async function priceError(error: Error): Promise<Price> {
  if (!(error instanceof RemoteError)) throw new Error(`There is no result: ${error.message}`);
  const { name, message, stack = '' } = error;
  if (name !== 'MaybeEncodingError') {
    const price = await priceValue({ name, message, stack });
    return { ...price, note: 'The task raised an error. The error is what crossed the boundary.' };
  }
  const root = { ...bareNode('', unclonableType(message)), trouble: message };
  return { root, ns: null, setUpNs: null, note: 'The worker could not pickle the result. An error crossed instead.' };
}

/** What is known of a value without pickling it again. @param riding whether it has a payload behind it */
function tooLarge(value: unknown, riding: boolean, bytes: number): Price {
  const note =
    `At ${formatBytes(bytes)} it is too large to be pickled again without holding up the main process ` +
    `(up to ${formatBytes(MOST_PRICED_BYTES)} is): this is its size as recorded.`;
  const children = riding ? [bareNode('0', typeName(value)), { ...bareNode('1', 'payload'), bytes }] : [];
  const root = { ...bareNode('', riding ? 'array' : typeName(value)), bytes, children };
  return { root, ns: null, setUpNs: null, note };
}
