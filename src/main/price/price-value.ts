/** What pickling a value costs, property by property: bytes as they lie in the pickle, times measured now. */
import { dumps } from '../../boundary/pickle';
import type { Price } from '../../shared/price';
import { chooseParts } from './choose-parts';
import { findUnpicklable } from './find-unpicklable';
import { priceNode } from './price-nodes';
import { readParts } from './read-parts';
import { type Now, type PartTimes, timeParts } from './time-parts';

const hrtime: Now = () => Number(process.hrtime.bigint());

/** Never rejects: what cannot be pickled is marked. @param now left out: this machine's clock */
export async function priceValue(value: unknown, now: Now = hrtime): Promise<Price> {
  let pickle: Uint8Array;
  try {
    pickle = dumps(value);
  } catch {
    return { root: findUnpicklable(value), ns: null, setUpNs: null, note: null };
  }
  const root = readParts(pickle);
  const chosen = chooseParts(root);
  const times = await timed(() => timeParts(root, chosen, value, now));
  return {
    root: priceNode(root, chosen, times?.partNs ?? new Map()),
    ns: times?.wholeNs ?? null,
    setUpNs: times?.setUpNs ?? null,
    note: null,
  };
}

/** A value may be one that can be pickled once and not again: then there are no times. */
async function timed(measure: () => Promise<PartTimes>): Promise<PartTimes | null> {
  try {
    return await measure();
  } catch {
    return null;
  }
}
