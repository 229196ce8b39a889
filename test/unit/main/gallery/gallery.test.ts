import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sendGallery } from '../../../../src/main/gallery/gallery';
import type { GalleryOutcome, GallerySent } from '../../../../src/shared/gallery';
import { engine, isAlive } from '../../../fixtures/pools';

const FILE = resolve('resources/lessons/pickling-gallery.mjs');

describe('the gallery, sent through a real pool', () => {
  let sent: GallerySent;
  beforeAll(async () => {
    sent = await sendGallery(FILE, engine);
  }, 60_000);
  const argument = (name: string): GalleryOutcome | undefined => sent.outcomes[name]?.argument;
  const result = (name: string): GalleryOutcome | undefined => sent.outcomes[name]?.result;

  it.each([
    ['lambda', '(x) => x * 2 could not be cloned.'],
    ['named-function', 'function double(x) { return x * 2; } could not be cloned.'],
    ['class', 'could not be cloned.'],
    ['generator', '[object Generator] could not be cloned.'],
    ['constant', 'Symbol(red) could not be cloned.'],
    ['weak-reference', '#<WeakRef> could not be cloned.'],
    ['module', '[object Module] could not be cloned.'],
    ['socket', 'could not be cloned.'],
    ['thread', 'could not be cloned.'],
    ['queue', 'MessagePort'],
    ['too-deep', 'Maximum call stack size exceeded'],
  ])('refuses %s on its way to a task and back from one, with the pool’s own errors', (name, words) => {
    const message: unknown = expect.stringContaining(words);
    expect(argument(name)).toEqual({ outcome: 'refused', name: 'PicklingError', message });
    expect(result(name)).toEqual({ outcome: 'refused', name: 'MaybeEncodingError', message });
  });

  it('shows an object without its class where it arrives, both ways', () => {
    const lost = { outcome: 'crossed', was: "Person { name: 'Ada' }", became: "{ name: 'Ada' }" };
    expect(argument('instance')).toEqual(lost);
    expect(result('instance')).toEqual(lost);
  });

  it('shows a lock whose memory is shared no longer', () => {
    expect(argument('lock')).toMatchObject({
      was: 'Int32Array(1) [ 0 ] on SharedArrayBuffer',
      became: 'Int32Array(1) [ 0 ] on ArrayBuffer',
    });
  });

  it('refuses a promise as an argument; the worker waits for one that a task returns', () => {
    expect(argument('future')).toMatchObject({ outcome: 'refused' });
    expect(result('future')).toEqual({ outcome: 'crossed', was: 'Promise { 1 }', became: '1' });
  });

  it('lets a part of an array arrive as it was', () => {
    const { was, became } = argument('part-of-bytes') as Extract<GalleryOutcome, { outcome: 'crossed' }>;
    expect(became).toBe(was);
  });

  it('was in another process, which is gone afterwards', () => {
    expect(sent.pid).toBeGreaterThan(0);
    expect(sent.pid).not.toBe(process.pid);
    expect(isAlive(sent.pid)).toBe(false);
  });
});
