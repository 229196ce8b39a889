/** What is in a file, by what it begins with: its name may say anything. */
import { open, stat } from 'node:fs/promises';
import { reasonOf } from '../export/write-file';
import { topLevelKeys } from './top-level-keys';

/** `trace`: JSON of Chrome's trace format, compressed with gzip or not. */
export type DetectedFormat = 'scenario' | 'workshop' | 'session' | 'trace';
/** Those in which there is a run. */
export type RunFormat = Exclude<DetectedFormat, 'scenario' | 'workshop'>;

/** A file that cannot be opened: one sentence with its name. */
export class OpenFileError extends Error {
  override name = 'OpenFileError';
}

/** Enough to meet the keys by which JSON of one kind is told from that of another. */
const HEAD_BYTES = 64 * 1024;
const EXPECTED = 'expected a scenario, a workshop, a session or a trace';
/** Each of them is in one kind of file only. */
const TRACE_KEYS: ReadonlySet<string> = new Set([
  'traceEvents',
  'displayTimeUnit',
  'otherData',
  'systemTraceEvents',
  'stackFrames',
  'metadata',
  'viztracer_metadata',
  'file_info',
]);
const WORKSHOP_KEYS: ReadonlySet<string> = new Set(['steps']);
const SCENARIO_KEYS: ReadonlySet<string> = new Set(['workload', 'engine', 'pool', 'call', 'input', 'payload', 'seed']);

/** @throws OpenFileError */
export async function detectFormat(path: string): Promise<DetectedFormat> {
  const head = await readHead(path);
  if (head.length === 0) throw new OpenFileError(`${path}: ${EXPECTED}, and the file is empty`);
  const format = formatOf(head);
  if (format === null) throw new OpenFileError(`${path}: ${EXPECTED}; it begins like none of them`);
  return format;
}

/** @param head the first bytes of the file. @returns null where it is nothing that Poolscope reads */
export function formatOf(head: Uint8Array): DetectedFormat | null {
  // A message of an Arrow stream, and a member of a gzip file (RFC 1952).
  if (startsWith(head, [0xff, 0xff, 0xff, 0xff])) return 'session';
  if (startsWith(head, [0x1f, 0x8b])) return 'trace';
  const text = new TextDecoder().decode(head).trimStart();
  if (text.startsWith('[')) return 'trace';
  if (!text.startsWith('{')) return null;
  for (const key of topLevelKeys(text)) {
    if (TRACE_KEYS.has(key)) return 'trace';
    if (WORKSHOP_KEYS.has(key)) return 'workshop';
    if (SCENARIO_KEYS.has(key)) return 'scenario';
  }
  // JSON of an unknown kind: what a scenario would have to have can be said.
  return 'scenario';
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((value, index) => bytes[index] === value);

async function readHead(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new OpenFileError(`${path}: ${EXPECTED}, this is a folder`);
    // To open a pipe or a device might never end.
    if (!found.isFile()) throw new OpenFileError(`${path}: ${EXPECTED}, this is no regular file`);
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(HEAD_BYTES), position: 0 });
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof OpenFileError) throw error;
    throw refusalOf(path, error);
  }
}

/** @param error of the operating system */
export function refusalOf(path: string, error: unknown): OpenFileError {
  const { code = '' } = error as NodeJS.ErrnoException;
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  return new OpenFileError(`${path}: ${missing ? 'there is no such file' : reasonOf(error)}`);
}
