/** Waits for the fonts of a picture: a canvas draws with another one as long as its own is not there. */

const FONTS = [
  '400 12px "Inter Variable"',
  '600 18px "Inter Variable"',
  '400 12px "JetBrains Mono Variable"',
  '500 12px "JetBrains Mono Variable"',
];
/** What pictures write besides names: units, signs. */
const ALWAYS = 'Az09 µ×·…–≥<#()';

/** @param texts what will be written: a font's files are loaded by the characters in use */
export async function loadFonts(fonts: Pick<FontFaceSet, 'load'>, texts: readonly string[]): Promise<void> {
  const text = ALWAYS + texts.join('');
  await Promise.all(FONTS.map((font) => fonts.load(font, text)));
}
