import { describe, expect, it } from 'vitest';
import { openAtFirst, priceName, priceRows, priceType, stepInTree } from '../../../../src/renderer/derive/price-rows';
import type { PriceNode } from '../../../../src/shared/price';

function node(key: string, ...children: PriceNode[]): PriceNode {
  return {
    kind: 'value',
    key,
    type: 'object',
    count: 1,
    length: null,
    preview: '',
    bytes: 10,
    nameBytes: 0,
    ns: null,
    trouble: null,
    children,
  };
}

const tree = node('', node('a', node('b', node('c', node('d')))), node('e'));
const keys = (open: ReadonlySet<string>) => priceRows(tree, open).map((row) => `${row.level}${row.node.key}`);
const rows = priceRows(tree, openAtFirst(tree));

describe('the rows of a price tree', () => {
  it('are open three levels down at first', () => {
    expect(keys(openAtFirst(tree))).toEqual(['1', '2a', '3b', '4c', '2e']);
    expect(keys(new Set())).toEqual(['1']);
  });

  it('leave closed at first what has many below it', () => {
    const many = node('many', ...Array.from({ length: 13 }, (_, at) => node(String(at))));
    const few = node('few', ...Array.from({ length: 12 }, (_, at) => node(String(at))));
    const root = node('', many, few);
    expect(priceRows(root, openAtFirst(root)).length).toBe(1 + 1 + 1 + 12);
  });

  it('know their place for a screen reader', () => {
    expect(rows.map(({ position, siblings, open }) => [position, siblings, open])).toEqual([
      [1, 1, true],
      [1, 2, true],
      [1, 1, true],
      [1, 1, false],
      [2, 2, null],
    ]);
  });
});

describe('keys in a price tree', () => {
  const path = (key: string) => rows.find((row) => row.node.key === key)?.path ?? '';
  const step = (key: string, pressed: string) => stepInTree(rows, path(key), pressed);

  it('move along the rows in sight, and stop at the ends', () => {
    expect(step('', 'ArrowDown')).toEqual({ focus: path('a') });
    expect(step('e', 'ArrowDown')).toEqual({ focus: path('e') });
    expect(step('', 'ArrowUp')).toEqual({ focus: path('') });
    expect(step('a', 'End')).toEqual({ focus: path('e') });
    expect(step('c', 'Home')).toEqual({ focus: path('') });
  });

  it('open and close, go into and out', () => {
    expect(step('c', 'ArrowRight')).toEqual({ toggle: path('c') });
    expect(step('a', 'ArrowRight')).toEqual({ focus: path('b') });
    expect(step('e', 'ArrowRight')).toBeNull();
    expect(step('a', 'ArrowLeft')).toEqual({ toggle: path('a') });
    expect(step('c', 'ArrowLeft')).toEqual({ focus: path('b') });
    expect(step('', 'Enter')).toEqual({ toggle: path('') });
    expect(step('e', ' ')).toBeNull();
    expect(step('e', 'x')).toBeNull();
  });

  it('begin at the top when a row is out of sight', () => {
    expect(stepInTree(rows, 'gone', 'ArrowDown')).toEqual({ focus: path('a') });
  });
});

describe('words of a price row', () => {
  it('name it and say what it holds', () => {
    expect(priceName(node(''), 'argument')).toBe('argument');
    expect(priceName(node('0'), '')).toBe('[0]');
    expect(priceName({ ...node(''), kind: 'items', count: 1000 }, '')).toBe('1,000 items');
    expect(priceName({ ...node(''), kind: 'rest', count: 3 }, '')).toBe('3 more');
    expect(priceType({ ...node('n'), type: 'number', preview: '17' })).toBe('number 17');
    expect(priceType({ ...node('n'), type: 'array', length: 1000 })).toBe('array of 1,000');
    expect(priceType({ ...node('n'), type: 'string', count: 1000 })).toBe('string × 1,000');
    expect(priceType({ ...node(''), kind: 'items', count: 1000 })).toBe('object');
  });
});
