/** Pieces of a file that is kept in memory, for the clipboard. */

export class PieceBuffer {
  private buffer = new Uint8Array(0);
  private size = 0;

  /** @param at from the begin */
  async write(bytes: Uint8Array, at: number): Promise<void> {
    const end = at + bytes.length;
    if (end > this.buffer.length) {
      const larger = new Uint8Array(Math.max(end, this.buffer.length * 2));
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer.set(bytes, at);
    this.size = Math.max(this.size, end);
  }

  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.size);
  }
}
