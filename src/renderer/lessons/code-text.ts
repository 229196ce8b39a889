/**
 * A lesson's source text as lines, each with the moments of a run at which it is the one that runs. A mark at the end of
 * a line, `#: boot call` in Python and `//: boot call` here, says so; it is not shown.
 */

/** What the program that makes the call is at. */
export const MOMENTS_OF_A_CALL = ['boot', 'call', 'task', 'deliver', 'end'] as const;
/** What processes around a queue are at, several at the same time. */
export const MOMENTS_OF_A_QUEUE = [
  'boot',
  'call',
  'produce',
  'put',
  'get',
  'consume',
  'join',
  'sentinel',
  'end',
] as const;
/** `import` and `guard`: what a worker runs before it is ready for tasks. */
export const MOMENTS_OF_CODE = [
  'import',
  'guard',
  ...MOMENTS_OF_A_CALL,
  'produce',
  'put',
  'get',
  'consume',
  'join',
  'sentinel',
] as const;
export type CodeMoment = (typeof MOMENTS_OF_CODE)[number];

export interface CodeLine {
  readonly text: string;
  readonly at: readonly CodeMoment[];
}

export const isCodeMoment = (word: string): word is CodeMoment => (MOMENTS_OF_CODE as readonly string[]).includes(word);

const MARK = /\s*(?:#|\/\/):((?: [a-z]+)+)$/;

/** @throws Error for a mark that is no moment */
export function parseCode(source: string): readonly CodeLine[] {
  return source.trimEnd().split('\n').map(parseLine);
}

function parseLine(line: string): CodeLine {
  const [, words = ''] = MARK.exec(line) ?? [];
  const at = words.split(' ').filter((word) => word !== '');
  const wrong = at.find((word) => !isCodeMoment(word));
  if (wrong !== undefined) throw new Error(`${line}: expected one of ${MOMENTS_OF_CODE.join(', ')}, got ${wrong}`);
  return { text: line.replace(MARK, ''), at: at as CodeMoment[] };
}
