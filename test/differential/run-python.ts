/** Runs a script of this folder on the machine's Python 3. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isSafeNumber, parse } from 'lossless-json';

/** Command of the machine's Python 3; undefined where there is none. */
export const python: string | undefined = ['python3', 'python'].find((command) => {
  const { status } = spawnSync(command, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']);
  return status === 0;
});

/**
 * @param script file name in this folder
 * @param input what the script reads as JSON
 * @returns what it writes as JSON; a whole number beyond 2^53 is a bigint
 */
export function runPython(script: string, input: unknown): unknown {
  if (python === undefined) throw new Error('no Python 3 on this machine');
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(python, [path], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return parse(stdout, undefined, exactNumber);
}

function exactNumber(text: string): number | bigint {
  return /^-?\d+$/.test(text) && !isSafeNumber(text) ? BigInt(text) : Number(text);
}
