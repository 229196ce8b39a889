/** The code of the gallery's values, cut from the very file that makes them. */

export interface ValueCode {
  /** Imports and definitions that the value needs; empty: none. */
  readonly setup: string;
  /** The expression that makes it. */
  readonly value: string;
}

const ENTRY = /^ {2}'?([a-z-]+)'?: \(\) => (.+),$/gm;
const DEFINITION = /^(?:class|function\*?) (\w+)[\s\S]*?^\}$/gm;

/** @param source text of resources/lessons/pickling-gallery.mjs @returns by name */
export function galleryCode(source: string): ReadonlyMap<string, ValueCode> {
  const definitions = [...source.matchAll(DEFINITION)].map(([text, name = '']) => ({ text, name }));
  const imports = [...source.matchAll(/^import .*$/gm)].map(([text]) => text);
  return new Map(
    [...source.matchAll(ENTRY)].map(([, name = '', value = '']) => {
      const needs = (word: string): boolean => new RegExp(`\\b${word}\\b`).test(value);
      const setup = [
        ...imports.filter((line) => importedNames(line).some(needs)),
        ...definitions.filter((definition) => needs(definition.name)).map(({ text }) => text),
      ];
      return [name, { setup: setup.join('\n'), value }];
    }),
  );
}

function importedNames(line: string): string[] {
  const [, names = ''] = /^import (?:\* as )?\{?([^}]*?)\}? from/.exec(line) ?? [];
  return names.split(',').map((name) => name.trim());
}
