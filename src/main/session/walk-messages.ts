/**
 * Where the messages of an Arrow stream begin and end, without a look at what they hold: only the few words of each
 * that tell its length are read. Source: Arrow's "Encapsulated message format" and Message.fbs.
 */
import type { FileHandle } from 'node:fs/promises';

export interface MessageSpan {
  readonly kind: 'schema' | 'dictionary' | 'records' | 'other';
  /** Bytes [start, end) of the file. */
  readonly start: number;
  readonly end: number;
}

/** In front of each message: this, and the length of what describes it. */
const CONTINUATION = 0xffffffff;
const PREFIX_BYTES = 8;
/** No description of ours is as long, the header with a million items in it included; a damaged length may say so. */
const LONGEST = 512 * 1024 ** 2;

/** Words of a message's table, by their slot in the flatbuffer. */
const HEADER_TYPE_SLOT = 1;
const BODY_LENGTH_SLOT = 3;
const KINDS = ['other', 'schema', 'dictionary', 'records'] as const;

/** What stands behind the last message of a stream that was brought to its end. */
export const END_OF_STREAM = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** Whole messages in order, up to the end of the stream, of the file, or of what makes sense. */
export async function* walkMessages(file: FileHandle): AsyncGenerator<MessageSpan> {
  const { size } = await file.stat();
  for (let start = 0; ; ) {
    const prefix = viewOf(await bytesAt(file, start, PREFIX_BYTES));
    if (prefix.byteLength < PREFIX_BYTES || prefix.getUint32(0, true) !== CONTINUATION) return;
    const length = prefix.getInt32(4, true);
    const bodyStart = start + PREFIX_BYTES + length;
    if (length <= 0 || length > LONGEST || bodyStart > size) return;
    const told = tell(viewOf(await bytesAt(file, start + PREFIX_BYTES, length)));
    if (told === null) return;
    const end = bodyStart + told.bodyLength;
    if (end > size) return;
    yield { kind: told.kind, start, end };
    start = end;
  }
}

/** @returns fewer bytes where the file ends before */
export async function bytesAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) return buffer.subarray(0, done);
    done += bytesRead;
  }
  return buffer;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @returns null where it is no message */
function tell(message: DataView): { kind: MessageSpan['kind']; bodyLength: number } | null {
  try {
    const table = message.getUint32(0, true);
    const slots = table - message.getInt32(table, true);
    const slotCount = (message.getUint16(slots, true) - 4) / 2;
    const placeOf = (slot: number): number => (slot < slotCount ? message.getUint16(slots + 4 + slot * 2, true) : 0);
    const typeAt = placeOf(HEADER_TYPE_SLOT);
    const lengthAt = placeOf(BODY_LENGTH_SLOT);
    const bodyLength = lengthAt === 0 ? 0 : Number(message.getBigInt64(table + lengthAt, true));
    if (bodyLength < 0 || !Number.isSafeInteger(bodyLength)) return null;
    return { kind: KINDS[typeAt === 0 ? 0 : message.getUint8(table + typeAt)] ?? 'other', bodyLength };
  } catch (error) {
    // A place outside of it.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
