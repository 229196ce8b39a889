/** The same on Windows: file mappings backed by the paging file, and semaphores, in the session's own namespace. */
import koffi from 'koffi';
import { type Address, SharedMemoryError, type SharedSystem } from './system';

const INVALID_HANDLE = 0xffff_ffff_ffff_ffffn;
const PAGE_READWRITE = 0x4;
const FILE_MAP_ALL_ACCESS = 0xf001f;
const ERROR_ALREADY_EXISTS = 183;
const SYNCHRONIZE_AND_MODIFY = 0x00100002;
const INFINITE = 0xffff_ffff;
const WAIT_OBJECT_0 = 0;
const WAIT_TIMEOUT = 258;
const MOST_HOLDERS = 0x7fff_ffff;

export function win32(): SharedSystem {
  const kernel = koffi.load('kernel32.dll');
  const crt = koffi.load('msvcrt.dll');
  const createMapping = kernel.func(
    'uintptr_t __stdcall CreateFileMappingW(uintptr_t file, void *security, uint32_t protect, uint32_t high, uint32_t low, const char16_t *name)',
  );
  const openMapping = kernel.func(
    'uintptr_t __stdcall OpenFileMappingW(uint32_t access, int inherit, const char16_t *name)',
  );
  const mapView = kernel.func(
    'uintptr_t __stdcall MapViewOfFile(uintptr_t mapping, uint32_t access, uint32_t high, uint32_t low, size_t bytes)',
  );
  const unmapView = kernel.func('int __stdcall UnmapViewOfFile(uintptr_t at)');
  const closeHandle = kernel.func('int __stdcall CloseHandle(uintptr_t handle)');
  const lastError = kernel.func('uint32_t __stdcall GetLastError()');
  const createSemaphore = kernel.func(
    'uintptr_t __stdcall CreateSemaphoreW(void *security, int32_t initial, int32_t maximum, const char16_t *name)',
  );
  const openSemaphore = kernel.func(
    'uintptr_t __stdcall OpenSemaphoreW(uint32_t access, int inherit, const char16_t *name)',
  );
  const waitForOne = kernel.func('uint32_t __stdcall WaitForSingleObject(uintptr_t handle, uint32_t milliseconds)');
  const release = kernel.func('int __stdcall ReleaseSemaphore(uintptr_t handle, int32_t count, void *previous)');
  const memcpyIn = crt.func('memcpy', 'void *', ['uintptr_t', 'const void *', 'size_t']);
  const memcpyOut = crt.func('memcpy', 'void *', ['void *', 'uintptr_t', 'size_t']);

  const fail = (what: string): never => {
    const code = `error ${lastError()}`;
    throw new SharedMemoryError(code, `${what}: Windows says ${code}`);
  };
  /** Windows has no slash at the beginning of a name. */
  const local = (name: string): string => `Local\\${name.replace(/^\//, '')}`;
  /** A mapping lives as long as a handle or a view of it: the handle is kept with its view. */
  const handles = new Map<Address, number | bigint>();

  const map = (handle: number | bigint, bytes: number, what: string): Address => {
    const address = BigInt(mapView(handle, FILE_MAP_ALL_ACCESS, 0, 0, bytes));
    if (address === 0n) {
      closeHandle(handle);
      return fail(what);
    }
    handles.set(address, handle);
    return address;
  };

  return {
    create: (name, bytes) => {
      const what = `shared memory ${name} of ${bytes} bytes was not made`;
      const [high, low] = [Math.floor(bytes / 2 ** 32), bytes % 2 ** 32];
      const handle = createMapping(INVALID_HANDLE, null, PAGE_READWRITE, high, low, local(name));
      if (BigInt(handle) === 0n) return fail(what);
      if (lastError() === ERROR_ALREADY_EXISTS) {
        closeHandle(handle);
        throw new SharedMemoryError('EEXIST', `${what}: the name is taken`);
      }
      return map(handle, bytes, what);
    },
    attach: (name, bytes) => {
      const what = `shared memory ${name} was not opened`;
      const handle = openMapping(FILE_MAP_ALL_ACCESS, 0, local(name));
      return BigInt(handle) === 0n ? fail(what) : map(handle, bytes, what);
    },
    detach: (address) => {
      unmapView(address);
      const handle = handles.get(address);
      handles.delete(address);
      if (handle !== undefined) closeHandle(handle);
    },
    // Windows takes the name away with its last handle, also of a process that was killed.
    unlink: () => false,
    copyIn: (address, source) => void memcpyIn(address, source, source.byteLength),
    copyOut: (address, target) => void memcpyOut(target, address, target.byteLength),
    readInteger: (address) => BigInt(koffi.decode(address, 'int64_t')),
    writeInteger: (address, value) => koffi.encode(address, 'int64_t', value),

    createSemaphore: (name, value) => {
      const what = `semaphore ${name} was not made`;
      const handle = createSemaphore(null, value, MOST_HOLDERS, local(name));
      if (BigInt(handle) === 0n) return fail(what);
      if (lastError() !== ERROR_ALREADY_EXISTS) return BigInt(handle);
      closeHandle(handle);
      throw new SharedMemoryError('EEXIST', `${what}: the name is taken`);
    },
    openSemaphore: (name) => {
      const handle = openSemaphore(SYNCHRONIZE_AND_MODIFY, 0, local(name));
      return BigInt(handle) === 0n ? fail(`semaphore ${name} was not opened`) : BigInt(handle);
    },
    waitFor: (semaphore, ms) => {
      const result = waitForOne(semaphore, Math.min(Math.ceil(ms), INFINITE - 1));
      if (result !== WAIT_OBJECT_0 && result !== WAIT_TIMEOUT) fail('the semaphore could not be waited for');
      return result === WAIT_OBJECT_0;
    },
    post: (semaphore) => {
      if (release(semaphore, 1, null) === 0) fail('the semaphore could not be released');
    },
    closeSemaphore: (semaphore) => void closeHandle(semaphore),
    unlinkSemaphore: () => false,
  };
}
