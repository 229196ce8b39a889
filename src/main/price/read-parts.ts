/** The parts of a pickle with their sizes; a pickle that cannot be read in detail is one part. */
import { Part } from './part';
import { PickleReader } from './pickle-reader';

const HEADER = 0xff;
/** The versions of v8's format whose tags are known here. */
const OLDEST = 13;
const NEWEST = 15;
/** What stands before the value in each pickle. */
export const HEADER_BYTES = 2;

/** @returns the whole; the header of the pickle counts for it and for none of its parts */
export function readParts(pickle: Uint8Array): Part {
  const [header, version = 0] = pickle;
  try {
    if (header === HEADER && version >= OLDEST && version <= NEWEST) {
      const root = new Part('value', '');
      const reader = new PickleReader(pickle);
      reader.value(root, false);
      root.bytes = pickle.length;
      if (reader.atEnd) return root;
    }
  } catch {
    // Nested too deeply, or written by a v8 that is newer than this file.
  }
  const whole = new Part('value', '');
  whole.count = 1;
  whole.bytes = pickle.length;
  whole.types.add('value');
  return whole;
}
