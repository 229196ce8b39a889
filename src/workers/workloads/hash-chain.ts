/** SHA-256 of the text, of that digest, of that digest, ... n hashes in all. None can begin before the one before it. */
import { createHash } from 'node:crypto';
import type { Workload } from '../workload';

/** @returns the last digest in hexadecimal; for n = 0 the text itself in hexadecimal */
export const hashChain: Workload<'hash-chain'> = (n, { text }) => {
  let value = Buffer.from(text, 'utf8');
  for (let i = 0; i < n; i++) value = createHash('sha256').update(value).digest();
  return value.toString('hex');
};
