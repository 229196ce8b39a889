/** A session as a page of its own: the built page with the bytes of the session in it, as base64. */
import { readFile } from 'node:fs/promises';
import { built } from '../../built';
import { PartFile } from '../part-file';

/** Three bytes are four letters: only the last block may hold another number of them. */
const BLOCK_BYTES = 3 * 256 * 1024;
/** A browser holds all of it as text before it is read. */
export const MOST_SESSION_BYTES = 384 * 1024 ** 2;

export interface PageParts {
  readonly title: string;
  /** The session file's, in order. */
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** @param bytes of the session that are in the page so far */
  onProgress(bytes: number): void;
}

/** @throws WriteFileError, what the pieces throw, or the signal's reason; nothing is left of the file then */
export async function writePage(path: string, { title, pieces, signal, onProgress }: PageParts): Promise<void> {
  const template = await readFile(built('page', 'session-page.html'), 'utf8');
  const [before, after] = pageAround(template, title);
  const file = await PartFile.create(path);
  const write = (text: string): Promise<void> => file.write(Buffer.from(text), file.size);
  try {
    await write(before);
    let done = 0;
    for await (const block of inBlocks(pieces, BLOCK_BYTES)) {
      signal.throwIfAborted();
      await write(blockElement(block));
      done += block.length;
      onProgress(done);
    }
    await write(after);
    await file.finish();
  } catch (error) {
    await file.drop();
    throw error;
  }
}

/** No letter of base64 means anything to a reader of HTML. */
export const blockElement = (bytes: Buffer): string =>
  `<script type="application/octet-stream">${bytes.toString('base64')}</script>\n`;

/** The page up to the session, and from there on. Nothing of what follows it is looked at: the script is in it. */
export function pageAround(template: string, title: string): [before: string, after: string] {
  const mark = '<!--SESSION-->';
  const at = template.indexOf(mark);
  if (at < 0) throw new Error('The built page has no place for a session.');
  const before = template.slice(0, at).replace('<title>TITLE<', () => `<title>${escaped(title)}<`);
  return [before, template.slice(at + mark.length)];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

/** The same bytes in pieces of one size; the last one may be shorter. */
export async function* inBlocks(pieces: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  for await (const piece of pieces) {
    waiting = Buffer.concat([waiting, piece]);
    let from = 0;
    for (; waiting.length - from >= size; from += size) yield waiting.subarray(from, from + size);
    waiting = waiting.subarray(from);
  }
  if (waiting.length > 0) yield waiting;
}
