/** Writes a small zip file by hand, with whatever names and modes a test wants: the tools that write zips refuse some. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly contents?: string;
  /** Unix mode with its type: 0o100644 is a plain file, 0o120777 a symlink. 0: the archive says nothing of it. */
  readonly mode?: number;
  readonly deflated?: boolean;
}

const UNIX = 3;
const VERSION = 20;
const DEFLATED = 8;

/** Numbers in the order of the format, each in so many bytes. */
function numbers(...parts: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    parts.map(([value, bytes]) => {
      const part = Buffer.alloc(bytes);
      if (bytes === 2) part.writeUInt16LE(value);
      else part.writeUInt32LE(value);
      return part;
    }),
  );
}

export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, contents = '', mode = 0, deflated = false } of entries) {
    const nameBytes = Buffer.from(name);
    const plain = Buffer.from(contents);
    const stored = deflated ? deflateRawSync(plain) : plain;
    // Version, flags, method, time, date, checksum, sizes, length of the name, length of what is extra.
    const common = numbers(
      [VERSION, 2],
      [0, 2],
      [deflated ? DEFLATED : 0, 2],
      [0, 2],
      [0x21, 2],
      [crc32(plain), 4],
      [stored.length, 4],
      [plain.length, 4],
      [nameBytes.length, 2],
      [0, 2],
    );
    const file = Buffer.concat([numbers([0x04034b50, 4]), common, nameBytes, stored]);
    const madeBy = numbers([0x02014b50, 4], [(UNIX << 8) | VERSION, 2]);
    const place = numbers([0, 2], [0, 2], [0, 2], [(mode << 16) >>> 0, 4], [offset, 4]);
    directory.push(Buffer.concat([madeBy, common, place, nameBytes]));
    files.push(file);
    offset += file.length;
  }
  const listing = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [listing.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...files, listing, end]);
}
