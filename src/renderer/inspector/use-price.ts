/** Asks main for the price of a task's argument or result, and keeps the latest answers. */
import { useEffect, useState } from 'react';
import type { Answer } from '../../shared/ipc';
import type { Price, PriceSide } from '../../shared/price';

const MOST_KEPT = 50;
const kept = new Map<string, Answer<Price>>();

export interface PriceRequest {
  readonly runId: number;
  readonly task: number;
  readonly side: PriceSide;
}

/** @returns null while it is being measured */
export function usePrice({ runId, task, side }: PriceRequest): Answer<Price> | null {
  const key = `${runId} ${task} ${side}`;
  const [, setCount] = useState(0);
  useEffect(() => {
    if (kept.has(key)) return;
    let shown = true;
    const take = (answer: Answer<Price>): void => {
      kept.set(key, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break;
        kept.delete(oldest);
      }
      if (shown) setCount((count) => count + 1);
    };
    window.poolscope.call('task:price', { runId, task, side }).then(take, () => undefined);
    return () => {
      shown = false;
    };
  }, [key, runId, task, side]);
  return kept.get(key) ?? null;
}
