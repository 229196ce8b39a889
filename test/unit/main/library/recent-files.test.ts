import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stillThere, withRecent } from '../../../../src/main/library/recent-files';
import { emptyLibrary, put } from './library-folder';

describe('files that were opened last', () => {
  it('stand once each, the latest first, and not for ever', () => {
    expect(withRecent([], '/a')).toEqual(['/a']);
    expect(withRecent(['/a', '/b', '/c'], '/b')).toEqual(['/b', '/a', '/c']);
    const many = Array.from({ length: 30 }, (_, index) => `/${index}`).reduce<string[]>(withRecent, []);
    expect(many).toHaveLength(12);
    expect(many[0]).toBe('/29');
  });

  it('are left out when they are gone, or are files no more', async () => {
    const library = emptyLibrary();
    const here = put(library, 'here', 'x');
    const { folder } = library.files;
    expect(await stillThere([here, join(folder, 'gone'), folder])).toEqual([here]);
  });
});
