import { readdirSync, statfsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makerOf, sharedName } from '../../../../src/boundary/shared-memory/names';
import { Semaphore } from '../../../../src/boundary/shared-memory/semaphore';
import { SharedMemory } from '../../../../src/boundary/shared-memory/shared-memory';
import { SharedMemoryError, sharedSystem } from '../../../../src/boundary/shared-memory/system';

const system = await sharedSystem();

describe('shared memory', () => {
  const name = sharedName();
  const maker = SharedMemory.create(system, name, 4096);
  const other = SharedMemory.attach(system, name, 4096);
  afterAll(() => {
    other.close();
    maker.close();
    maker.unlink();
  });

  it('shows whoever attaches what its maker writes, wherever that is', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 3896 }), (written, offset) => {
        maker.write(written, offset);
        const read = new Uint8Array(written.length);
        other.read(read, offset);
        expect(read).toEqual(written);
      }),
    );
  });

  it('holds whole numbers of 53 bits with their sign', () => {
    const whole = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 511 }), (value, index) => {
        other.writeInteger(value, index * 8);
        expect(maker.readInteger(index * 8)).toBe(value);
      }),
    );
  });

  it('begins as zeros', () => {
    const fresh = SharedMemory.create(system, sharedName(), 64);
    const read = new Uint8Array(64).fill(1);
    fresh.read(read);
    fresh.close();
    fresh.unlink();
    expect(read).toEqual(new Uint8Array(64));
  });

  it.skipIf(process.platform !== 'linux')(
    'is refused where there is not so much: a write would end the process',
    () => {
      const { blocks, bsize } = statfsSync('/dev/shm');
      const tooLarge = sharedName();
      expect(() => SharedMemory.create(system, tooLarge, (blocks + 1) * bsize)).toThrow(
        'was not made: the operating system says ENOSPC',
      );
      expect(() => SharedMemory.attach(system, tooLarge, 8)).toThrow('ENOENT');
    },
  );

  it('refuses what lies outside, and what was let go', () => {
    expect(() => maker.read(new Uint8Array(2), 4095)).toThrow(
      `bytes 4095 to 4097 of shared memory ${name}: it has 4096`,
    );
    expect(() => maker.writeInteger(1, -1)).toThrow(SharedMemoryError);
    const closed = SharedMemory.attach(system, name, 4096);
    closed.close();
    closed.close();
    expect(() => closed.readInteger()).toThrow(`shared memory ${name} was let go`);
  });

  it('is refused where the name is taken, and where there is none', () => {
    expect(() => SharedMemory.create(system, name, 1)).toThrow(SharedMemoryError);
    expect(() => SharedMemory.attach(system, sharedName(), 1)).toThrow(SharedMemoryError);
  });

  it('is gone for newcomers once it is unlinked, and stays for those who have it', () => {
    const gone = SharedMemory.create(system, sharedName(), 8);
    gone.unlink();
    gone.writeInteger(7);
    expect(gone.readInteger()).toBe(7);
    expect(() => SharedMemory.attach(system, gone.name, 8)).toThrow(SharedMemoryError);
    gone.close();
  });
});

describe('a semaphore', () => {
  it('is one for all who open it by its name', () => {
    const made = Semaphore.create(system, sharedName(), 2);
    const opened = Semaphore.open(system, made.name);
    made.acquire();
    opened.acquire();
    made.release();
    // Free again: this would block otherwise.
    opened.acquire();
    opened.close();
    made.close();
    made.unlink();
    expect(() => Semaphore.open(system, made.name)).toThrow(SharedMemoryError);
  });
});

describe('a shared name', () => {
  it('tells who made it, and fits into 30 characters', () => {
    for (const pid of [1, 4711, 4_194_304, 2 ** 31 - 1]) {
      const name = sharedName(pid);
      expect(makerOf(name)).toBe(pid);
      expect(name.length).toBeLessThanOrEqual(30);
    }
  });

  it.each(['/psm_1234', '/poolscope-', '/poolscope-zz-12345678-x', 'poolscope-1-00000000'])('is not %s', (name) => {
    expect(makerOf(name)).toBeNull();
  });
});

it.runIf(process.platform === 'linux')('leaves nothing behind in the file system of shared memory', () => {
  const mine = `poolscope-${process.pid.toString(36)}-`;
  const left = readdirSync('/dev/shm').filter((file) => file.includes(mine));
  // The first block's segment stays until its tests are over.
  expect(left.length).toBeLessThanOrEqual(1);
});
