/** The session's bytes, as they stand in the page: base64, in blocks that are let go once they are read. */

/** Elements that hold them, in order. No browser runs what is of this type. */
export const BLOCKS = 'script[type="application/octet-stream"]';

export function* embeddedSession(document: Pick<Document, 'querySelectorAll'>): Generator<Uint8Array> {
  for (const block of [...document.querySelectorAll(BLOCKS)]) {
    yield decoded(block.textContent ?? '');
    // A page with a large session would hold it twice.
    block.remove();
  }
}

/** @throws Error where it is not base64 */
export function decoded(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
