/**
 * Reads a pickle for the sizes of its parts: which bytes belong to which property. Values are not revived. Asking for
 * the pickle of each property alone would count objects that occur twice twice; in the bytes they are what they cost.
 * Format: v8/src/objects/value-serializer.cc; host objects: node/lib/v8.js.
 */
import type { Part } from './part';
import { TAG, TAG_TYPES, VIEW_TYPES } from './pickle-tags';

/** Arrays with at most this many elements are listed one by one. */
const MOST_LISTED = 8;
const LONGEST_PREVIEW = 24;

export class PickleReader {
  private at = 2;
  private readonly view: DataView;
  private readonly buffer: Buffer;

  /** @param bytes with the header of a version that `readParts` knows */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  /**
   * Reads the next value.
   * @param many whether the part stands for many values: then arrays are summed up whatever their length
   * @throws RangeError for bytes that are no pickle
   */
  value(part: Part, many: boolean): void {
    const from = this.at;
    const tag = this.tag();
    part.count++;
    part.types.add(TAG_TYPES.get(tag) ?? 'value');
    this.body(tag, part, many);
    part.bytes += this.at - from;
  }

  private body(tag: number, part: Part, many: boolean): void {
    switch (tag) {
      case TAG.undefined:
      case TAG.null:
      case TAG.true:
      case TAG.false:
      case TAG.hole:
      case TAG.trueObject:
      case TAG.falseObject:
        return;
      case TAG.int32:
      case TAG.uint32:
      case TAG.double: {
        const number = this.number(tag);
        if (!many) part.preview = String(number);
        return;
      }
      case TAG.date:
      case TAG.numberObject:
        this.skip(8);
        return;
      case TAG.bigint:
      case TAG.bigintObject:
        this.skip(this.varint() >>> 1);
        return;
      case TAG.reference:
        this.varint();
        return;
      case TAG.oneByteString:
      case TAG.twoByteString:
      case TAG.utf8String: {
        const text = this.text(tag, many ? 0 : LONGEST_PREVIEW);
        if (!many) part.preview = text;
        return;
      }
      case TAG.stringObject:
        this.text(this.tag(), 0);
        return;
      case TAG.regexp:
        this.text(this.tag(), 0);
        this.varint();
        return;
      case TAG.object:
        this.properties(part, TAG.endObject, 1, many, null);
        return;
      case TAG.denseArray:
      case TAG.sparseArray:
        this.array(tag, part, many);
        return;
      case TAG.map:
        this.map(part);
        return;
      case TAG.set:
        this.set(part);
        return;
      case TAG.arrayBuffer:
        this.skip(this.varint());
        return;
      case TAG.resizableBuffer: {
        const length = this.varint();
        this.varint();
        this.skip(length);
        return;
      }
      case TAG.hostObject:
        part.types.delete('value');
        part.types.add(VIEW_TYPES[this.varint()] ?? 'typed array');
        this.skip(this.varint());
        return;
      case TAG.error:
        this.error(part);
        return;
      default:
        throw new RangeError(`tag ${tag} at ${this.at - 1} is not known`);
    }
  }

  private array(tag: number, part: Part, many: boolean): void {
    const length = this.varint();
    part.length = (part.length ?? 0) + length;
    const listed = !many && length <= MOST_LISTED;
    const item = (index: number): Part => (listed ? part.child('value', String(index)) : part.child('items', ''));
    const dense = tag === TAG.denseArray;
    for (let index = 0; dense && index < length; index++) this.within(part, item(index), many || !listed);
    this.properties(part, dense ? TAG.endDenseArray : TAG.endSparseArray, 2, many, item);
  }

  /** @param trailing how many numbers follow the end @param item the part of an element, where there are elements */
  private properties(
    part: Part,
    end: number,
    trailing: number,
    many: boolean,
    item: ((index: number) => Part) | null,
  ): void {
    while (this.peek() !== end) {
      const from = this.at;
      const tag = this.tag();
      const named = tag === TAG.int32 || tag === TAG.uint32 || tag === TAG.double ? this.number(tag) : this.text(tag);
      const child = item !== null && typeof named === 'number' ? item(named) : part.child('value', String(named));
      const nameBytes = this.at - from;
      const below = child.nameBytes;
      this.value(child, many || child.kind === 'items');
      child.bytes += nameBytes;
      child.nameBytes += nameBytes;
      part.nameBytes += child.nameBytes - below;
    }
    this.tag();
    for (let count = 0; count < trailing; count++) this.varint();
  }

  private map(part: Part): void {
    let entries = 0;
    for (; this.peek() !== TAG.endMap; entries++) {
      this.within(part, part.child('keys', ''), true);
      this.within(part, part.child('values', ''), true);
    }
    this.tag();
    this.varint();
    part.length = (part.length ?? 0) + entries;
  }

  private set(part: Part): void {
    let items = 0;
    for (; this.peek() !== TAG.endSet; items++) this.within(part, part.child('items', ''), true);
    this.tag();
    this.varint();
    part.length = (part.length ?? 0) + items;
  }

  /** A value inside of another, whose names count for that one, too. */
  private within(part: Part, child: Part, many: boolean): void {
    const before = child.nameBytes;
    this.value(child, many);
    part.nameBytes += child.nameBytes - before;
  }

  /** A prototype, a message, a cause and a stack, each behind a tag of its own. */
  private error(part: Part): void {
    for (let tag = this.tag(); tag !== TAG.endError; tag = this.tag()) {
      if (tag === TAG.errorMessage || tag === TAG.errorStack) this.text(this.tag(), 0);
      else if (tag === TAG.errorCause) this.within(part, part.child('value', 'cause'), true);
    }
  }

  private number(tag: number): number {
    if (tag === TAG.double) {
      const from = this.at;
      this.skip(8);
      return this.view.getFloat64(from, true);
    }
    const raw = this.varint();
    return tag === TAG.uint32 ? raw : (raw >>> 1) ^ -(raw & 1);
  }

  /** @param most characters that are wanted; longer text is cut and put in quotation marks. Left out: all, as it is */
  private text(tag: number, most?: number): string {
    if (tag !== TAG.oneByteString && tag !== TAG.twoByteString && tag !== TAG.utf8String) {
      throw new RangeError(`tag ${tag} at ${this.at - 1} is no text`);
    }
    const length = this.varint();
    const from = this.at;
    this.skip(length);
    if (most === 0) return '';
    const width = tag === TAG.twoByteString ? 2 : 1;
    const encoding = tag === TAG.utf8String ? 'utf8' : width === 2 ? 'utf16le' : 'latin1';
    if (most === undefined) return this.buffer.toString(encoding, from, this.at);
    const text = this.buffer.toString(encoding, from, Math.min(this.at, from + most * width));
    return JSON.stringify(length > most * width ? `${text}…` : text);
  }

  /** Unsigned, seven bits a byte, lowest first. */
  private varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      if (shift < 32) value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  /** The next tag; padding before it is passed over. */
  private tag(): number {
    let tag = this.byte();
    while (tag === TAG.padding) tag = this.byte();
    return tag;
  }

  private peek(): number {
    const from = this.at;
    const tag = this.tag();
    this.at = from;
    return tag;
  }

  private byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError('the pickle ends too early');
    this.at++;
    return byte;
  }

  private skip(length: number): void {
    this.at += length;
    if (this.at > this.bytes.length) throw new RangeError('the pickle ends too early');
  }
}
