import { describe, expect, it } from 'vitest';
import { workloads } from '../../../../src/shared/workloads';
import { checksum, readAndEcho } from '../../../../src/workers/workloads/read-and-echo';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the checksum of what was read', () => {
  it('is FNV-1a with 32 bits: these are from its authors', () => {
    expect(checksum(bytes(''), 1)).toBe(0x811c9dc5);
    expect(checksum(bytes('a'), 1)).toBe(0xe40c292c);
    expect(checksum(bytes('foobar'), 1)).toBe(0xbf9cf968);
  });

  it('goes over the bytes again with each pass', () => {
    expect(checksum(bytes('ab'), 3)).toBe(checksum(bytes('ababab'), 1));
    expect(checksum(bytes('ab'), 0)).toBe(0x811c9dc5);
  });
});

it('says what it needs where its run has made nothing', async () => {
  const params = workloads['read-and-echo'].params.parse({});
  await expect(readAndEcho(1, params, { index: 0, seed: 1, shared: null })).rejects.toThrow(
    'read-and-echo needs the file and the server of its run',
  );
});

it('says in one sentence that nobody answers, and that the file is not there', async () => {
  const params = workloads['read-and-echo'].params.parse({});
  const asking = (file: string) =>
    readAndEcho(1, params, {
      index: 0,
      seed: 1,
      // Nobody listens at port 1.
      shared: { counter: null, readPayload: null, echo: { file, port: 1, token: 'none' } } as never,
    });
  await expect(asking(import.meta.filename)).rejects.toThrow(/^The echo server did not answer: connect ECONNREFUSED/);
  await expect(asking('/no/such/file')).rejects.toThrow('ENOENT');
});
