import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { detectFormat, formatOf } from '../../../../src/main/files/detect-format';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-detect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what a file is', () => {
  it('is told by its content', () => {
    expect(formatOf(Uint8Array.of(255, 255, 255, 255, 8, 1, 0, 0))).toBe('session');
    expect(formatOf(Uint8Array.of(0x1f, 0x8b, 8, 0))).toBe('trace');
    expect(formatOf(bytes('[{"ph":"X"}'))).toBe('trace');
    expect(formatOf(bytes('{"traceEvents":[{"args":{"workload":1}}'))).toBe('trace');
    expect(formatOf(bytes('{"displayTimeUnit":"ms","x":{}'))).toBe('trace');
    expect(formatOf(bytes('\ufeff\n {"version":1,"workload":{"name":"sleep"}}'))).toBe('scenario');
    expect(formatOf(bytes('# Poolscope'))).toBeNull();
    expect(formatOf(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46))).toBeNull();
  });

  it('is not told by keys that lie deeper, or that are words', () => {
    expect(formatOf(bytes('{"name":"traceEvents","x":{"traceEvents":[]},"workload":{"name":"sleep"}}'))).toBe(
      'scenario',
    );
    expect(formatOf(bytes('{"a\\":traceEvents":1,"y":[{"workload":2}],"traceEvents":[]}'))).toBe('trace');
  });

  it('is a scenario where JSON is of no known kind, for the scenario to say what it would need', () => {
    expect(formatOf(bytes('{"something":1}'))).toBe('scenario');
  });
});

describe('a file in which there is nothing to open', () => {
  const message = (path: string) => detectFormat(path).then(String, (error: Error) => error.message);

  it('is refused in one sentence that names it', async () => {
    const empty = join(folder, 'empty.poolscope');
    writeFileSync(empty, '');
    expect(await message(empty)).toBe(
      `${empty}: expected a scenario, a workshop, a session or a trace, and the file is empty`,
    );
    const foreign = join(folder, 'foreign.poolscope');
    writeFileSync(foreign, Uint8Array.of(0x50, 0x4b, 3, 4));
    expect(await message(foreign)).toBe(
      `${foreign}: expected a scenario, a workshop, a session or a trace; it begins like none of them`,
    );
    expect(await message(folder)).toBe(
      `${folder}: expected a scenario, a workshop, a session or a trace, this is a folder`,
    );
    expect(await message(join(foreign, 'none'))).toBe(`${join(foreign, 'none')}: there is no such file`);
    expect(await message(join(folder, 'none'))).toBe(`${join(folder, 'none')}: there is no such file`);
  });

  it.skipIf(process.platform === 'win32')('is refused when it is a device: reading it might never end', async () => {
    expect(await message('/dev/zero')).toBe(
      '/dev/zero: expected a scenario, a workshop, a session or a trace, this is no regular file',
    );
  });
});
