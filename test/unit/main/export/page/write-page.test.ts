import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { blockElement, escaped, inBlocks, pageAround } from '../../../../../src/main/export/page/write-page';
import { PartFile } from '../../../../../src/main/export/part-file';

const folder = mkdtempSync(join(tmpdir(), 'poolscope-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* from(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield piece;
}

describe('a page with a session', () => {
  it('holds the bytes in blocks that are whole base64 each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 })), async (pieces) => {
        const blocks: Buffer[] = [];
        for await (const block of inBlocks(from(pieces), 12)) blocks.push(Buffer.from(block));
        expect(Buffer.concat(blocks)).toEqual(Buffer.concat(pieces));
        for (const block of blocks.slice(0, -1)) expect(block).toHaveLength(12);
        const letters = blocks.map((block) => />([^<]*)</.exec(blockElement(block))?.[1] ?? '');
        expect(letters.slice(0, -1).join('')).not.toContain('=');
      }),
    );
  });

  it('has the name of the run as text, whatever is in it', () => {
    const [before, after] = pageAround(
      '<title>TITLE</title><!--SESSION--><script>TITLE</script>',
      '</title><script>$&',
    );
    expect(before).toBe('<title>&lt;/title&gt;&lt;script&gt;$&amp;</title>');
    expect(after).toBe('<script>TITLE</script>');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"]/);
      }),
    );
  });

  it('says so when the built page has no place for it', () => {
    expect(() => pageAround('<title>TITLE</title>', 'a')).toThrow('no place for a session');
  });

  it('is written under another name until it is whole', async () => {
    const path = join(folder, 'a.html');
    const file = await PartFile.create(path);
    await file.write(Buffer.from('half'), file.size);
    expect(readdirSync(folder)).not.toContain('a.html');
    await file.finish();
    expect(readFileSync(path, 'utf8')).toBe('half');
  });
});
