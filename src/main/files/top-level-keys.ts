/** The keys of a JSON object whose text may be cut off: enough to tell what kind of file it is without parsing all of it. */

/**
 * Strings, brackets, and what stands between keys and values; everything else is of no interest. A string that is cut
 * off is one, too: looking for its end again from each quote in it would take for ever.
 */
const TOKEN = /"((?:[^"\\]|\\[\s\S])*)(?:"|\\?$)|[{}[\]:,]/g;

/** @param text beginning with `{`. @returns keys in the order of the text, as far as it goes */
export function* topLevelKeys(text: string): Generator<string> {
  let depth = 0;
  let word: string | undefined;
  for (const [token, string] of text.matchAll(TOKEN)) {
    if (string !== undefined) {
      word = string;
      continue;
    }
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (token === ':' && depth === 1 && word !== undefined) yield word;
    if (depth === 0) return;
  }
}
