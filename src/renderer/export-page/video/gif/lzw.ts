/** The LZW of GIF: codes of growing width, packed from the lowest bit on, in blocks of at most 255 bytes. */

const MOST_CODES = 4096;
const BLOCK = 255;
/** A prime above twice the number of codes: the table is never crowded. */
const TABLE = 9973;

/** Tables that are used again for each frame. */
const keys = new Int32Array(TABLE);
const codes = new Uint16Array(TABLE);

/**
 * @param indices of colours, each below 2 ** `depth`
 * @param depth bits of a colour, 2 to 8
 * @returns the image data of a frame: code size, blocks, and the empty block at their end
 */
export function lzw(indices: Uint8Array, depth: number): Uint8Array {
  const out = new BlockWriter(depth, indices.length);
  const clear = 1 << depth;
  let next = clear + 2;
  let width = depth + 1;
  const restart = (): void => {
    keys.fill(-1);
    next = clear + 2;
    width = depth + 1;
  };
  out.bits(clear, width);
  restart();
  let prefix = indices[0] ?? 0;
  for (let index = 1; index < indices.length; index++) {
    const color = indices[index] ?? 0;
    const key = (prefix << 8) | color;
    let slot = key % TABLE;
    while (keys[slot] !== -1 && keys[slot] !== key) slot = slot === 0 ? TABLE - 1 : slot - 1;
    if (keys[slot] === key) {
      prefix = codes[slot] ?? 0;
      continue;
    }
    out.bits(prefix, width);
    prefix = color;
    if (next < MOST_CODES) {
      // The reader is one code behind: it widens when this one no longer fits.
      if (next === 1 << width) width++;
      keys[slot] = key;
      codes[slot] = next++;
    } else {
      out.bits(clear, width);
      restart();
    }
  }
  out.bits(prefix, width);
  // The reader has added a code for the last one, too.
  if (next === 1 << width && width < 12) width++;
  out.bits(clear + 1, width);
  return out.end();
}

class BlockWriter {
  private bytes: Uint8Array;
  private length = 1;
  private blockAt = 1;
  private held = 0;
  private heldBits = 0;

  constructor(depth: number, pixels: number) {
    this.bytes = new Uint8Array(1024 + pixels);
    this.bytes[0] = depth;
    this.length = 2;
  }

  bits(code: number, width: number): void {
    this.held |= code << this.heldBits;
    this.heldBits += width;
    while (this.heldBits >= 8) {
      this.byte(this.held & 0xff);
      this.held >>>= 8;
      this.heldBits -= 8;
    }
  }

  end(): Uint8Array {
    if (this.heldBits > 0) this.byte(this.held & 0xff);
    const filled = this.length - this.blockAt - 1;
    this.bytes[this.blockAt] = filled;
    // An empty block ends the image: the one just begun will do.
    if (filled > 0) this.put(0);
    return this.bytes.slice(0, this.length);
  }

  private byte(value: number): void {
    this.put(value);
    if (this.length - this.blockAt - 1 < BLOCK) return;
    this.bytes[this.blockAt] = BLOCK;
    this.blockAt = this.length;
    this.put(0);
  }

  private put(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = value;
  }
}
