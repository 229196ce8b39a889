/** What the folded limits say of themselves: those that are not as usual, in a few words. */
import { LOST_RETRIES } from '../../shared/scenario';
import type { Fields } from '../store/draft';

type Words = (text: string) => string;

/** Words by path, in the order of the form; the text that is as usual comes with them. */
const LIMITS: readonly (readonly [path: string, usual: string, words: Words])[] = [
  ['pool.retries', String(LOST_RETRIES), (text) => `retries ${text}`],
  ['pool.taskTimeoutMs', '', (text) => `timeout ${text} ms`],
  ['pool.memoryLimitMb', '', (text) => `memory ${text} MB`],
  ['pool.maxTasksPerChild', '', (text) => `replace after ${text}`],
  ['pool.prefetch', '', (text) => `prefetch ${text}`],
  ['call.lookAhead', '', (text) => `look-ahead ${text}`],
];

export const LIMIT_PATHS: readonly string[] = LIMITS.map(([path]) => path);

/** Empty where all limits are as usual. */
export function givenLimits(fields: Fields): string {
  return LIMITS.flatMap(([path, usual, words]) => {
    const text = (fields[path] ?? usual).trim();
    return text === usual ? [] : [words(text)];
  }).join(', ');
}
