/** A hundred thousand small objects: here the serialiser is all that counts. */
import { RECORD_BYTES } from '../../src/shared/payload';
import { payloadRow } from './payload';

export const objects = payloadRow(
  'objects',
  '100,000 small objects',
  { kind: 'objects', bytes: 100_000 * RECORD_BYTES, calls: 2 },
  1.1,
);
