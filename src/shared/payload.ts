/** What rides along with arguments and results to make pickling cost something: plain values of a chosen size. */
import type { PayloadKind } from './scenario';

/** A record as programs send them around: a few fields, a short list. */
export interface PayloadRecord {
  readonly id: number;
  readonly name: string;
  readonly score: number;
  readonly tags: readonly string[];
}

export type Payload = Uint8Array | string | readonly number[] | readonly PayloadRecord[];

/** Size of one double. Pickled, an element takes one byte more, for its type. */
export const NUMBER_BYTES = 8;
/** Size that one record is counted with: about what it takes when pickled. */
export const RECORD_BYTES = 64;

/**
 * The same value for the same arguments, everywhere.
 * @param bytes size before pickling. bytes: that many elements. text: that many one-byte characters.
 *   numbers: one double for each 8 bytes. objects: one record for each 64 bytes. Rounded to the nearest, at least one.
 * @returns undefined for kind none and for 0 bytes: then nothing rides along; for shared memory: that lies elsewhere
 */
export function makePayload(kind: PayloadKind, bytes: number): Payload | undefined {
  if (bytes <= 0) return undefined;
  switch (kind) {
    case 'none':
    case 'shared-memory':
      return undefined;
    case 'bytes':
      return countingBytes(bytes);
    case 'text':
      return text(bytes);
    case 'numbers':
      // Halves, so that no element fits the short form that whole numbers are pickled in.
      return Array.from({ length: elements(bytes, NUMBER_BYTES) }, (_, index) => index + 0.5);
    case 'objects':
      return Array.from({ length: elements(bytes, RECORD_BYTES) }, (_, index) => record(index));
  }
}

/** 0 to 255, again and again: what is there is copied behind itself, as 64 MB made one by one take a second. */
function countingBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < Math.min(256, length); index++) bytes[index] = index;
  for (let done = 256; done < length; done *= 2) bytes.copyWithin(done, 0, done);
  return bytes;
}

const elements = (bytes: number, each: number): number => Math.max(1, Math.round(bytes / each));

const SENTENCE = 'Everything that crosses the boundary is pickled. ';

function text(length: number): string {
  return SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length);
}

const TAGS = ['red', 'green', 'blue'];

function record(id: number): PayloadRecord {
  return { id, name: `row ${id}`, score: id / 2 + 0.25, tags: [TAGS[id % 3] ?? '', TAGS[(id + 1) % 3] ?? ''] };
}
