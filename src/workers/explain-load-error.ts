/** Says in one line why a file could not be imported, and where: it may be a file that the file imports. */
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

/** @returns such as `SyntaxError at /home/me/mine.mjs:3: Unexpected token ';'` */
export function explainLoadError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [message = ''] = error.message.split('\n');
  const place = placeOf(error);
  return `${error.name}${place === null ? '' : ` at ${place}`}: ${message}`;
}

/** The line above a syntax error's stack: `file:///home/me/mine.mjs:3`, or a path. */
const HEAD = /^(.+):(\d+)$/;
/** A frame of a stack: `at setup (file:///home/me/mine.mjs:3:7)`, or without a function's name. */
const FRAME = /^ {4}at (?:.* \()?((?:file:|\/|[A-Za-z]:\\).*?):(\d+):\d+\)?$/;

/** File and line, where they are known: of the syntax error, or where the module's own code raised. */
function placeOf(error: Error): string | null {
  const [, file, line] = (error.name === 'SyntaxError' ? syntaxPlace(error) : raisePlace(error)) ?? [];
  if (file === undefined) return null;
  return `${file.startsWith('file:') ? fileURLToPath(file) : file}:${line}`;
}

/** Node knows the line, but writes it into the stack only when the error leaves a script of its `vm`. */
function syntaxPlace(error: Error): RegExpExecArray | null {
  try {
    runInNewContext('throw error', { error });
  } catch {
    // The same error, now with its line.
  }
  const [head = ''] = (error.stack ?? '').split('\n');
  return head.startsWith(error.name) ? null : HEAD.exec(head);
}

function raisePlace(error: Error): RegExpExecArray | null {
  const frame = (error.stack ?? '').split('\n').find((line) => line.startsWith('    at '));
  return frame === undefined ? null : FRAME.exec(frame);
}
