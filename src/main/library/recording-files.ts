/** Names of the library's files: a session for each recording, and beside it what belongs to it. */
import { join } from 'node:path';

/** `20261125-184305-4711-3`: when, by which process, and the number of its run there. No two are the same. */
const OURS = /^\d{8}-\d{6}-(\d+)-\d+$/;
const SESSION = '.poolscope';
const PART = `${SESSION}.part`;

export type RecordingFiles = ReturnType<typeof recordingFiles>;

export function recordingFiles(folder: string) {
  return {
    folder,
    session: (id: string): string => join(folder, `${id}${SESSION}`),
    /** While it is written. */
    part: (id: string): string => join(folder, `${id}${PART}`),
    /** What a list says of it; made anew when it is missing. */
    facts: (id: string): string => join(folder, `${id}.json`),
    picture: (id: string): string => join(folder, `${id}.png`),
    /** An empty file: there while the person wants the recording to be kept. */
    kept: (id: string): string => join(folder, `${id}.kept`),
  };
}

export function newRecordingId(startedAtMs: number, pid: number, runId: number): string {
  const at = new Date(startedAtMs);
  const digits = (...parts: number[]): string => parts.map((part) => String(part).padStart(2, '0')).join('');
  const day = digits(at.getFullYear(), at.getMonth() + 1, at.getDate());
  return `${day}-${digits(at.getHours(), at.getMinutes(), at.getSeconds())}-${pid}-${runId}`;
}

/** PID of the process that recorded it; null: its name is none that Poolscope gave, and it is nobody's to remove. */
export function writerOf(id: string): number | null {
  const [, pid] = OURS.exec(id) ?? [];
  return pid === undefined ? null : Number(pid);
}

/** @returns the recording's id; null: the file is something else */
export const idOfSession = (name: string): string | null => stemOf(name, SESSION);
export const idOfPart = (name: string): string | null => stemOf(name, PART);
/** What a process was about to put in the recording's place: its PID. */
export function rewriterOf(name: string): number | null {
  const [, pid] = /\.poolscope\.(\d+)\.part$/.exec(name) ?? [];
  return pid === undefined ? null : Number(pid);
}

function stemOf(name: string, ending: string): string | null {
  if (!name.endsWith(ending)) return null;
  const stem = name.slice(0, -ending.length);
  return /^[\w-]{1,100}$/.test(stem) ? stem : null;
}
