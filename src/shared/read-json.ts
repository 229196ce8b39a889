/** JSON text in, value or one clear sentence out: the same sentence on every JavaScript engine. */
import { parse } from 'lossless-json';

/** Strings are matched so as to leave alone what stands inside them. */
const NOT_FINITE = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;
const MARK = '\u0000not finite: ';
const QUOTED_LENGTH = 12;

/**
 * NaN and Infinity, which Python writes and JSON forbids, are read as the numbers that they are: whoever checks the
 * value can then name the field that holds them.
 * @throws SyntaxError such as `expected JSON, got "}" at line 3, column 1`
 */
export function readJson(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(plain);
  } catch {
    return readNotFinite(plain);
  }
}

function readNotFinite(text: string): unknown {
  const marked = text.replace(NOT_FINITE, (token) => (token.startsWith('"') ? token : JSON.stringify(MARK + token)));
  try {
    return JSON.parse(marked, (_key, value: unknown) =>
      typeof value === 'string' && value.startsWith(MARK) ? Number(value.slice(MARK.length)) : value,
    );
  } catch {
    throw new SyntaxError(`expected JSON, got ${found(text, errorPosition(text))}`);
  }
}

/** Where the text stops being JSON. JSON.parse says it for some errors only, and differently in each engine. */
function errorPosition(text: string): number {
  try {
    parse(text);
  } catch (error) {
    const position = /at position (\d+)$/.exec((error as Error).message)?.[1];
    if (position !== undefined) return Number(position);
  }
  return 0;
}

function found(text: string, position: number): string {
  if (text.trim() === '') return 'nothing';
  const lines = text.slice(0, position).split('\n');
  const where = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
  const rest = /^\S+/.exec(text.slice(position))?.[0].slice(0, QUOTED_LENGTH);
  if (position >= text.length) return `the end of the text at ${where}`;
  return `${rest === undefined ? 'white space' : JSON.stringify(rest)} at ${where}`;
}
