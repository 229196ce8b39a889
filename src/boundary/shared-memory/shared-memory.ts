/**
 * A segment of memory that processes share by its name, as Python's SharedMemory: the process that made it unlinks it,
 * the others let go of it.
 */
import { type Address, SharedMemoryError, type SharedSystem } from './system';

export class SharedMemory {
  private mapped: Address | null;

  private constructor(
    private readonly system: SharedSystem,
    readonly name: string,
    /** Size in bytes. */
    readonly bytes: number,
    address: Address,
    private readonly own = true,
  ) {
    this.mapped = address;
  }

  /** Where it is: threads of this process attach by that. null: it was let go. */
  get address(): Address | null {
    return this.mapped;
  }

  /** Makes one, filled with zeros. @throws SharedMemoryError */
  static create(system: SharedSystem, name: string, bytes: number): SharedMemory {
    return new SharedMemory(system, name, bytes, system.create(name, bytes));
  }

  /**
   * Opens one that another process has made.
   * @param address in the process, where this is a thread of it: only the process can let go of it
   * @throws SharedMemoryError
   */
  static attach(system: SharedSystem, name: string, bytes: number, address: Address | null = null): SharedMemory {
    return new SharedMemory(system, name, bytes, address ?? system.attach(name, bytes), address === null);
  }

  /** @param offset in bytes */
  write(source: Uint8Array, offset = 0): void {
    this.system.copyIn(this.at(offset, source.byteLength), source);
  }

  /** Fills `target` from `offset` on. */
  read(target: Uint8Array, offset = 0): void {
    this.system.copyOut(this.at(offset, target.byteLength), target);
  }

  /** A whole number of 8 bytes. */
  readInteger(offset = 0): number {
    return Number(this.system.readInteger(this.at(offset, INTEGER_BYTES)));
  }

  writeInteger(value: number, offset = 0): void {
    this.system.writeInteger(this.at(offset, INTEGER_BYTES), BigInt(value));
  }

  /** Lets go of it; it stays for the others. */
  close(): void {
    if (this.mapped !== null && this.own) this.system.detach(this.mapped, this.bytes);
    this.mapped = null;
  }

  /** Takes its name away: nobody can open it any more, and it is gone when the last one has let go. */
  unlink(): void {
    this.system.unlink(this.name);
  }

  /** Reading past the end would end the process, not raise an error. */
  private at(offset: number, length: number): Address {
    if (this.mapped === null) throw new SharedMemoryError('EBADF', `shared memory ${this.name} was let go`);
    if (offset < 0 || offset + length > this.bytes) {
      const what = `bytes ${offset} to ${offset + length} of shared memory ${this.name}`;
      throw new SharedMemoryError('EFAULT', `${what}: it has ${this.bytes}`);
    }
    return this.mapped + BigInt(offset);
  }
}

export const INTEGER_BYTES = 8;
