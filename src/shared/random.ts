/**
 * Seeded random numbers that are the same on every machine: integer arithmetic only, no Math.random.
 * Generator: SplitMix (Steele, Lea, Flood, OOPSLA 2014) in 32 bits: a Weyl sequence, each element mixed.
 * test/differential/workloads.py has it in Python.
 */

/** Draws numbers in [0, 1) with 32 bits of randomness. */
export type Random = () => number;

const WEYL = 0x9e3779b9;
const UINT32 = 4294967296;

/** @param seed any safe integer; different seeds give unrelated sequences */
export function seededRandom(seed: number): Random {
  let state = mix(fold(seed));
  return () => {
    state = (state + WEYL) >>> 0;
    return mix(state) / UINT32;
  };
}

/** A seed for task `index` of a run: independent of which worker runs it and in which order. */
export function taskSeed(seed: number, index: number): number {
  return mix((fold(seed) + Math.imul(index + 1, WEYL)) >>> 0);
}

/** 32 bits that depend on all 64 of a two's complement seed. */
function fold(seed: number): number {
  return ((seed >>> 0) ^ mix(Math.floor(seed / UINT32) >>> 0)) >>> 0;
}

function mix(value: number): number {
  let z = value >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
