import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumps } from '../../../../src/boundary/pickle';
import { priceValue } from '../../../../src/main/price/price-value';
import { MOST_PRICE_NODES, type PriceNode } from '../../../../src/shared/price';

/** A clock that goes 1 µs further each time that it is read. */
function steadyClock(): () => number {
  let at = 0;
  return () => (at += 1000);
}

function all(node: PriceNode): PriceNode[] {
  return [node, ...node.children.flatMap(all)];
}

function find(node: PriceNode, ...keys: string[]): PriceNode | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return node;
  const child = node.children.find((each) => (each.kind === 'value' ? each.key : each.kind) === key);
  return child === undefined ? undefined : find(child, ...rest);
}

/** Also what cannot be pickled, anywhere. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  values: [fc.integer(), fc.string(), fc.func(fc.integer()), fc.constant(Symbol('s')), fc.constant(new WeakMap())],
});

describe('the price of a value', () => {
  it('is told for anything, and the children of a node never cost more bytes than it does', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const { root, ns } = await priceValue(value, steadyClock());
        for (const node of all(root)) {
          const children = node.children.reduce((sum, child) => sum + (child.bytes ?? 0), 0);
          if (node.bytes !== null) expect(children).toBeLessThanOrEqual(node.bytes);
          expect(node.bytes === null).toBe(node.trouble !== null || (node.kind === 'rest' && root.trouble !== null));
        }
        if (root.trouble !== null) expect(() => dumps(value)).toThrow();
        else {
          expect(root.bytes).toBe(dumps(value).length);
          expect(ns).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lists no more nodes than a person reads, the largest, and sums up the rest', async () => {
    const sizes = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`key${at}`, 'x'.repeat(at)]));
    const { root } = await priceValue({ sizes, small: 1 }, steadyClock());
    expect(all(root).length).toBeLessThanOrEqual(MOST_PRICE_NODES);
    expect(find(root, 'sizes', 'key999')).toBeDefined();
    expect(find(root, 'sizes', 'key0')).toBeUndefined();
    const whole = find(root, 'sizes');
    const parts = whole?.children.reduce((sum, child) => sum + (child.bytes ?? 0), 0) ?? 0;
    // Its name takes 7 bytes; o, { and how many take 4.
    expect((whole?.bytes ?? 0) - parts).toBe(11);
    expect(find(root, 'sizes', 'rest')?.count).toBeGreaterThan(900);
  });

  it('shows what a small value is', async () => {
    const { root } = await priceValue({ n: 17, name: 'a text that is longer than fits', tags: ['x'] }, steadyClock());
    expect(find(root, 'n')).toMatchObject({ type: 'number', preview: '17', bytes: 5 });
    expect(find(root, 'name')?.preview).toBe('"a text that is longer th…"');
    expect(find(root, 'tags')).toMatchObject({ type: 'array', length: 1 });
  });

  it('measures a part in all values that it stands for, less what setting up takes', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ id: at, text: `some text for row ${at}, long enough` }));
    // On this machine's clock: another program may hold up the measuring of a part, but not each time.
    let told = false;
    for (let tries = 0; tries < 10 && !told; tries++) {
      const { root, ns, setUpNs } = await priceValue([1, rows]);
      expect(find(root, '1', 'items', 'text')?.count).toBe(20_000);
      expect(find(root, '1', 'items', 'text')?.ns).toBeGreaterThan(0);
      const nested = all(root).every(({ ns: whole, children }) =>
        children.every((child) => (child.ns ?? 0) <= (whole ?? Number.POSITIVE_INFINITY)),
      );
      told = nested && (ns ?? 0) > (setUpNs ?? 0);
    }
    expect(told).toBe(true);
  });

  it('marks what cannot be pickled with the reason, and prices what can be', async () => {
    const { root } = await priceValue({ good: 'abc', bad: { deep: () => 1 } }, steadyClock());
    expect(root.trouble).toContain('could not be cloned');
    expect(find(root, 'good')).toMatchObject({ bytes: 5, trouble: null });
    expect(find(root, 'bad', 'deep')).toMatchObject({ type: 'function', trouble: '() => 1 could not be cloned.' });
  });

  it('finds the one among many that cannot be pickled', async () => {
    const list: unknown[] = Array.from({ length: 50_000 }, (_, at) => at);
    list[31_234] = Symbol('lost');
    const { root } = await priceValue(list, steadyClock());
    expect(find(root, '31234')).toMatchObject({ type: 'symbol', bytes: null });
    expect(find(root, 'rest')?.count).toBe(49_999);
  });

  it('does not follow a circle for ever', async () => {
    const circle: Record<string, unknown> = { call: () => 1 };
    circle.self = circle;
    const { root } = await priceValue(circle, steadyClock());
    expect(find(root, 'self')?.trouble).toContain('could not be cloned');
  });
});
