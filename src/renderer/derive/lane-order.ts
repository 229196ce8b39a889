/** In which order lanes stand: as they come by slot, or as a person has put them. */
import type { WorkerRecord } from '../../shared/telemetry';

/** By slot, so that a replacement follows the process that it replaces. @returns indexes of workers */
export function laneOrder(workers: readonly (WorkerRecord | undefined)[]): number[] {
  return workers
    .filter((worker) => worker !== undefined)
    .sort((a, b) => a.slot - b.slot || a.index - b.index)
    .map(({ index }) => index);
}

/**
 * @param natural lanes as they come
 * @param wanted lanes as they were put, when they were; those that have come since follow the one before them
 */
export function arrangedOrder(natural: readonly number[], wanted: readonly number[]): readonly number[] {
  if (wanted.length === 0) return natural;
  const present = new Set(natural);
  const placed = new Set(wanted);
  /** New lanes by the one that they follow; -1: they come first. */
  const after = new Map<number, number[]>();
  let anchor = -1;
  for (const key of natural) {
    if (placed.has(key)) anchor = key;
    else append(after, anchor, key);
  }
  const order = [...(after.get(-1) ?? [])];
  for (const key of wanted) {
    if (present.has(key)) order.push(key);
    order.push(...(after.get(key) ?? []));
  }
  return order;
}

function append(lists: Map<number, number[]>, at: number, key: number): void {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [key]);
  else list.push(key);
}

/** The order with one lane moved to a position. */
export function movedTo(order: readonly number[], key: number, position: number): readonly number[] {
  const others = order.filter((other) => other !== key);
  const at = Math.min(Math.max(0, position), others.length);
  return [...others.slice(0, at), key, ...others.slice(at)];
}

/** The arranged order, made again only when lanes have come or were moved. */
export class ArrangedOrder {
  private natural: readonly number[] = [];
  private wanted: readonly number[] = [];
  private order: readonly number[] = [];

  of(natural: readonly number[], wanted: readonly number[]): readonly number[] {
    if (natural !== this.natural || wanted !== this.wanted) {
      this.natural = natural;
      this.wanted = wanted;
      this.order = arrangedOrder(natural, wanted);
    }
    return this.order;
  }
}
