/**
 * Small values in v8's serialisation format, written and read by hand: v8's own serialiser takes 9 us in Electron only to
 * set itself up (docs/performance.md). Source: v8/src/objects/value-serializer.cc. Tests compare the bytes with v8's.
 */
import { serialize } from 'node:v8';

const HEADER = 0xff;
const TAG = { int32: 0x49, double: 0x4e, undefined: 0x5f, null: 0x30, true: 0x54, false: 0x46 } as const;
/** The format's version stands in every pickle; what another version of it looks like is not known here. */
const VERSION = 15;
const known = matchesV8();

/** Where pointers are compressed, as in Electron, v8 writes larger whole numbers as doubles; it reads them everywhere. */
const SMALLEST = -(2 ** 30);
const LARGEST = 2 ** 30 - 1;

const double = new DataView(new ArrayBuffer(8));

/** What `loadsSmall` says of bytes that it leaves to v8. */
export const NOT_SMALL = Symbol('not small');

/** @returns the pickle, or undefined for a value that is left to v8 */
export function dumpsSmall(value: unknown): Uint8Array | undefined {
  if (!known) return undefined;
  switch (typeof value) {
    case 'number':
      return isSmallInteger(value) ? dumpsInteger(value) : dumpsDouble(value);
    case 'boolean':
      return Uint8Array.of(HEADER, VERSION, value ? TAG.true : TAG.false);
    case 'undefined':
      return Uint8Array.of(HEADER, VERSION, TAG.undefined);
    default:
      return value === null ? Uint8Array.of(HEADER, VERSION, TAG.null) : undefined;
  }
}

/** @returns the value, or NOT_SMALL for bytes that are left to v8 */
export function loadsSmall(bytes: Uint8Array): unknown {
  if (!known || bytes.length > 11 || bytes[0] !== HEADER || bytes[1] !== VERSION) return NOT_SMALL;
  switch (bytes[2]) {
    case TAG.int32:
      return loadsInteger(bytes);
    case TAG.double:
      if (bytes.length !== 11) return NOT_SMALL;
      for (let index = 0; index < 8; index++) double.setUint8(index, bytes[3 + index] ?? 0);
      return double.getFloat64(0, true);
    default:
      return bytes.length === 3 ? loadsConstant(bytes[2]) : NOT_SMALL;
  }
}

function isSmallInteger(value: number): boolean {
  return Number.isInteger(value) && value >= SMALLEST && value <= LARGEST && !Object.is(value, -0);
}

/** Zigzag, then seven bits a byte, lowest first; the high bit says that more follow. */
function dumpsInteger(value: number): Uint8Array {
  let zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  let length = 4;
  for (let rest = zigzag; rest >= 128; rest >>>= 7) length++;
  const bytes = new Uint8Array(length);
  bytes[0] = HEADER;
  bytes[1] = VERSION;
  bytes[2] = TAG.int32;
  for (let at = 3; at < length - 1; at++) {
    bytes[at] = (zigzag & 127) | 128;
    zigzag >>>= 7;
  }
  bytes[length - 1] = zigzag;
  return bytes;
}

function loadsInteger(bytes: Uint8Array): unknown {
  let zigzag = 0;
  for (let at = 3, shift = 0; at < bytes.length && shift < 35; at++, shift += 7) {
    const byte = bytes[at] ?? 0;
    zigzag |= (byte & 127) << shift;
    if (byte < 128) return at === bytes.length - 1 ? (zigzag >>> 1) ^ -(zigzag & 1) : NOT_SMALL;
  }
  return NOT_SMALL;
}

function dumpsDouble(value: number): Uint8Array {
  const bytes = new Uint8Array(11);
  bytes[0] = HEADER;
  bytes[1] = VERSION;
  bytes[2] = TAG.double;
  double.setFloat64(0, value, true);
  for (let index = 0; index < 8; index++) bytes[3 + index] = double.getUint8(index);
  return bytes;
}

function loadsConstant(tag: number | undefined): unknown {
  switch (tag) {
    case TAG.true:
      return true;
    case TAG.false:
      return false;
    case TAG.null:
      return null;
    case TAG.undefined:
      return undefined;
    default:
      return NOT_SMALL;
  }
}

/** Asked once: a v8 with another version of the format does all of its pickling itself. */
function matchesV8(): boolean {
  const [header, version, tag] = serialize(null);
  return header === HEADER && version === VERSION && tag === TAG.null;
}
