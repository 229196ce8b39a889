/** A megabyte of bytes. */
import { payloadRow } from './payload';

export const bytes1mb = payloadRow('bytes-1mb', '1 MB of bytes', { kind: 'bytes', bytes: 1_000_000, calls: 20 }, 1.2);
