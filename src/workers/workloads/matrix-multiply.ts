/** Multiplies two seeded n x n matrices with three nested loops and returns the trace of the product. */
import { type Random, seededRandom } from '../../shared/random';
import type { Workload } from '../workload';

export const matrixMultiply: Workload<'matrix-multiply'> = (n, _params, { seed }) => {
  const random = seededRandom(seed);
  const a = randomMatrix(n, random);
  const b = randomMatrix(n, random);
  const product = multiply(a, b, n);
  let trace = 0;
  for (let i = 0; i < n; i++) trace += product[i * n + i] ?? 0;
  return trace;
};

/** Elements row by row, each in [0, 1). */
function randomMatrix(n: number, random: Random): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < matrix.length; i++) matrix[i] = random();
  return matrix;
}

/** Goes along rows in the inner loop: the order that caches like. Each cell still adds its terms from k = 0 up. */
function multiply(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k] ?? 0;
      for (let j = 0; j < n; j++) {
        const cell = i * n + j;
        product[cell] = (product[cell] ?? 0) + factor * (b[k * n + j] ?? 0);
      }
    }
  }
  return product;
}
