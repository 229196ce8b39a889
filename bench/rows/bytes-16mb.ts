/** Sixteen megabytes of bytes: here a copy more or less is all that counts. */
import { payloadRow } from './payload';

export const bytes16mb = payloadRow(
  'bytes-16mb',
  '16 MB of bytes',
  { kind: 'bytes', bytes: 16_000_000, calls: 3 },
  1.2,
);
