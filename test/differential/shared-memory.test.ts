import { afterAll, expect, it } from 'vitest';
import { sharedName } from '../../src/boundary/shared-memory/names';
import { Semaphore } from '../../src/boundary/shared-memory/semaphore';
import { SharedMemory } from '../../src/boundary/shared-memory/shared-memory';
import { sharedSystem } from '../../src/boundary/shared-memory/system';
import { python, runPython } from './run-python';

const BYTES = 4096;

const system = await sharedSystem();
const memory = SharedMemory.create(system, sharedName(), BYTES);
const semaphore = Semaphore.create(system, sharedName());
afterAll(() => {
  memory.close();
  memory.unlink();
  semaphore.close();
  semaphore.unlink();
});

// Windows' Python names its mappings and semaphores in another way.
it.skipIf(python === undefined || process.platform === 'win32')(
  'Python opens the same memory and the same semaphore by their names (skipped without python3)',
  () => {
    const bytes = Uint8Array.from({ length: BYTES - 8 }, (_, index) => index % 100);
    memory.write(bytes, 8);
    const found = runPython('shared_memory.py', { memory: memory.name, bytes: BYTES, semaphore: semaphore.name });
    expect(found).toEqual({ found: bytes.reduce((sum, byte) => sum + byte, 0) });
    const doubled = new Uint8Array(BYTES - 8);
    memory.read(doubled, 8);
    expect(doubled).toEqual(bytes.map((byte) => byte * 2));
    expect(memory.readInteger()).toBe(1000);
    // Python's Array('q', n) lies there as ours does.
    const numbers = Array.from({ length: 8 }, (_, index) => index * 70_000 - 3);
    for (const [index, number] of numbers.entries()) memory.writeInteger(number, 8 + index * 8);
    const ours = runPython('shared_array.py', { memory: memory.name, from: 8, numbers: 8 });
    expect(ours).toEqual({ found: numbers });
    expect(Array.from({ length: 8 }, (_, index) => memory.readInteger(8 + index * 8))).toEqual(
      numbers.map((_, index) => (index - 4) * 1000),
    );
    // Released as often as taken: this would block otherwise.
    semaphore.acquire();
  },
);
