import { expect, test } from 'vitest';
import { hashChain } from '../../../../src/workers/workloads/hash-chain';

const chain = (n: number, text: string): unknown => hashChain(n, { text }, { index: 0, seed: 1, shared: null });

test('one hash is SHA-256 of the text (FIPS 180-4, example 1)', () => {
  expect(chain(1, 'abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('the second hash is that of the first digest’s bytes', () => {
  expect(chain(2, 'abc')).toBe('4f8b42c22dd3729b519ba6f68d2da7cc5b2d606d05daed5ad5128cc03e6c6358');
});

test('no hash gives the text itself', () => {
  expect(chain(0, 'é')).toBe('c3a9');
});
