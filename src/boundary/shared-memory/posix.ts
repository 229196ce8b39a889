/** POSIX shared memory and named semaphores: shm_open, mmap, sem_open, as Python's own modules call them. */
import { constants } from 'node:os';
import koffi from 'koffi';
import { type Address, type SemaphoreHandle, SharedMemoryError, type SharedSystem } from './system';

const O_RDWR = 0o2;
const O_CREAT = process.platform === 'linux' ? 0o100 : 0x200;
const O_EXCL = process.platform === 'linux' ? 0o200 : 0x800;
const PROT_READ_WRITE = 0x3;
const MAP_SHARED = 0x1;
/** Where mmap and sem_open tell of a failure. */
const MAP_FAILED = 0xffff_ffff_ffff_ffffn;
/** The one is Linux's, the other macOS's. */
const SEM_FAILED: ReadonlySet<bigint> = new Set([0n, 0xffff_ffff_ffff_ffffn]);
const OWNER_ONLY = 0o600;
/** macOS has no sem_timedwait: there the semaphore is asked as often as this. */
const ASK_EVERY_MS = 1;

const { EAGAIN, EINTR, ETIMEDOUT } = constants.errno;
const NAMES = new Map(Object.entries(constants.errno).map(([name, number]) => [number, name]));

export function posix(): SharedSystem {
  // What the process itself is linked with: the C library goes by many names.
  const c = koffi.load(null);
  // `...`: the mode is a variable argument, which some processors pass elsewhere.
  const shmOpen = c.func('int shm_open(const char *name, int flags, ...)');
  const shmUnlink = c.func('int shm_unlink(const char *name)');
  const ftruncate = c.func('int ftruncate(int file, int64_t bytes)');
  // macOS has none, and no file system of a size of its own for this.
  const allocate =
    process.platform === 'linux' ? c.func('int posix_fallocate(int file, int64_t offset, int64_t bytes)') : null;
  const close = c.func('int close(int file)');
  const mmap = c.func('uintptr_t mmap(void *at, size_t bytes, int protection, int flags, int file, int64_t offset)');
  const munmap = c.func('int munmap(uintptr_t at, size_t bytes)');
  const memcpyIn = c.func('memcpy', 'void *', ['uintptr_t', 'const void *', 'size_t']);
  const memcpyOut = c.func('memcpy', 'void *', ['void *', 'uintptr_t', 'size_t']);
  const semOpen = c.func('uintptr_t sem_open(const char *name, int flags, ...)');
  const semTryWait = c.func('int sem_trywait(uintptr_t semaphore)');
  const semTimedWait = timedWait(c);
  const semPost = c.func('int sem_post(uintptr_t semaphore)');
  const semClose = c.func('int sem_close(uintptr_t semaphore)');
  const semUnlink = c.func('int sem_unlink(const char *name)');

  const fail = (what: string): never => {
    const code = NAMES.get(koffi.errno()) ?? `errno ${koffi.errno()}`;
    throw new SharedMemoryError(code, `${what}: the operating system says ${code}`);
  };
  const check = (result: number, what: string): number => (result < 0 ? fail(what) : result);

  /** A size is only promised: who writes where there is no memory left is ended by a signal. @returns an errno, or 0 */
  const reserve = (file: number, bytes: number): number => {
    let code = 0;
    do code = allocate?.(file, 0, bytes) ?? 0;
    while (code === EINTR);
    return code;
  };

  const opened = (handle: number | bigint, what: string): SemaphoreHandle =>
    SEM_FAILED.has(BigInt(handle)) ? fail(what) : BigInt(handle);

  /** The file may be closed as soon as it is mapped. */
  const map = (file: number, bytes: number, what: string): Address => {
    const address = BigInt(mmap(null, bytes, PROT_READ_WRITE, MAP_SHARED, file, 0));
    const code = koffi.errno();
    close(file);
    if (address !== MAP_FAILED) return address;
    koffi.errno(code);
    return fail(what);
  };

  return {
    create: (name, bytes) => {
      const what = `shared memory ${name} of ${bytes} bytes was not made`;
      const file = check(shmOpen(name, O_RDWR | O_CREAT | O_EXCL, 'uint32_t', OWNER_ONLY), what);
      try {
        const code = ftruncate(file, bytes) < 0 ? koffi.errno() : reserve(file, bytes);
        if (code !== 0) {
          close(file);
          koffi.errno(code);
          fail(what);
        }
        return map(file, bytes, what);
      } catch (error) {
        shmUnlink(name);
        throw error;
      }
    },
    attach: (name, bytes) => {
      const what = `shared memory ${name} was not opened`;
      return map(check(shmOpen(name, O_RDWR, 'uint32_t', OWNER_ONLY), what), bytes, what);
    },
    detach: (address, bytes) => void check(munmap(address, bytes), 'shared memory was not let go'),
    unlink: (name) => shmUnlink(name) === 0,
    copyIn: (address, source) => void memcpyIn(address, source, source.byteLength),
    copyOut: (address, target) => void memcpyOut(target, address, target.byteLength),
    readInteger: (address) => BigInt(koffi.decode(address, 'int64_t')),
    writeInteger: (address, value) => koffi.encode(address, 'int64_t', value),

    createSemaphore: (name, value) =>
      opened(
        semOpen(name, O_CREAT | O_EXCL, 'uint32_t', OWNER_ONLY, 'uint32_t', value),
        `semaphore ${name} was not made`,
      ),
    openSemaphore: (name) => opened(semOpen(name, 0, 'uint32_t', 0, 'uint32_t', 0), `semaphore ${name} was not opened`),
    waitFor: (semaphore, ms) => {
      const what = 'the semaphore could not be waited for';
      const until = Date.now() + ms;
      for (;;) {
        if (semTryWait(semaphore) === 0) return true;
        const code = koffi.errno();
        // A signal may wake it before its turn.
        if (code !== EAGAIN && code !== EINTR) fail(what);
        if (Date.now() >= until) return false;
        if (semTimedWait === null) {
          pause(ASK_EVERY_MS);
          continue;
        }
        if (semTimedWait(semaphore, until) === 0) return true;
        const late = koffi.errno();
        if (late === ETIMEDOUT) return false;
        if (late !== EINTR) fail(what);
      }
    },
    post: (semaphore) => void check(semPost(semaphore), 'the semaphore could not be released'),
    closeSemaphore: (semaphore) => void semClose(semaphore),
    unlinkSemaphore: (name) => semUnlink(name) === 0,
  };
}

/** @returns null where the system has none */
function timedWait(c: ReturnType<typeof koffi.load>): ((semaphore: SemaphoreHandle, untilMs: number) => number) | null {
  if (process.platform === 'darwin') return null;
  const timespec = koffi.struct({ seconds: 'long', nanoseconds: 'long' });
  const call = c.func('sem_timedwait', 'int', ['uintptr_t', koffi.pointer(timespec)]);
  // Its clock is the wall's, as that of Date.
  return (semaphore, untilMs) =>
    call(semaphore, { seconds: Math.floor(untilMs / 1000), nanoseconds: Math.round((untilMs % 1000) * 1e6) });
}

/** Blocks this thread. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
