import { describe, expect, it } from 'vitest';
import {
  goBack,
  goForward,
  type Look,
  leaveLook,
  type Move,
  noHistory,
  SETTLE_MS,
  sameLook,
  type ViewHistory,
} from '../../../../src/renderer/store/view-history';
import { nanos } from '../../../../src/shared/units';

const look = (at: number): Look => ({
  viewport: { startNs: nanos(at), endNs: nanos(at + 10) },
  followLive: false,
  fitted: false,
});
const starts = (looks: readonly Look[]): number[] => looks.map(({ viewport }) => viewport.startNs);

/** A person who moves, looks, and goes back, at given times. */
class Person {
  history: ViewHistory = noHistory;
  constructor(public at = 0) {}
  move(to: number, nowMs: number, move: Move = 'step'): this {
    this.history = leaveLook(this.history, look(this.at), nowMs, move);
    this.at = to;
    return this;
  }
  back(): this {
    return this.take(goBack(this.history, look(this.at)));
  }
  forward(): this {
    return this.take(goForward(this.history, look(this.at)));
  }
  private take(gone: ReturnType<typeof goBack>): this {
    if (gone !== null) [this.history, this.at] = [gone.history, gone.look.viewport.startNs];
    return this;
  }
}

describe('the views that were looked at', () => {
  it('are gone back to and forward again', () => {
    const person = new Person().move(1, 0).move(2, 5000).move(3, 10_000);
    expect(person.back().at).toBe(2);
    expect(person.back().at).toBe(1);
    expect(person.back().at).toBe(0);
    expect(person.back().at).toBe(0);
    expect(person.forward().forward().forward().forward().at).toBe(3);
  });

  it('count moves of one sweep as one: only where it began is remembered', () => {
    const person = new Person();
    for (let step = 1; step <= 50; step++) person.move(step, step * 16);
    expect(starts(person.history.past)).toEqual([0]);
    person.move(99, 50 * 16 + SETTLE_MS);
    expect(starts(person.history.past)).toEqual([0, 50]);
  });

  it('count a drag as one, however slow it is', () => {
    const person = new Person().move(1, 5000).move(2, 9000, 'drag').move(3, 19_000, 'drag');
    expect(starts(person.history.past)).toEqual([0]);
  });

  it('remember where a sweep came to when a jump ends it at once, and what the jump led to', () => {
    const person = new Person().move(1, 0).move(2, 16).move(50, 32, 'jump').move(51, 48);
    expect(starts(person.history.past)).toEqual([0, 2, 50]);
  });

  it('forget what lay ahead once the person goes elsewhere', () => {
    const person = new Person().move(1, 0).move(2, 5000).back().move(7, 10_000);
    expect(person.forward().at).toBe(7);
    expect(person.back().at).toBe(1);
  });

  it('remember the view that was gone back to when it is left at once', () => {
    const person = new Person().move(1, 0).move(2, 5000).back().move(3, 5010);
    expect(starts(person.history.past)).toEqual([0, 1]);
  });

  it('are the last hundred', () => {
    const person = new Person();
    for (let step = 1; step <= 150; step++) person.move(step, 0, 'jump');
    expect(person.history.past).toHaveLength(100);
    expect(person.history.past[0]).toEqual(look(50));
  });
});

describe('two views', () => {
  it('are the same where a person sees no difference', () => {
    expect(sameLook(look(1), look(1))).toBe(true);
    expect(sameLook(look(1), look(2))).toBe(false);
    expect(sameLook(look(1), { ...look(1), followLive: true })).toBe(false);
  });
});
