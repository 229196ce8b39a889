/** The signal behind an exit status, where the status is all that Electron tells. */
import { constants } from 'node:os';

/** Some numbers have two names, as SIGABRT and SIGIOT: the first is the one that people know. */
const names = new Map(
  Object.entries(constants.signals)
    .reverse()
    .map(([name, number]) => [number, name]),
);

/**
 * On Linux and macOS Electron reports a process that was ended by a signal with the number of the signal (or 128 + n,
 * as a shell does). That is a guess: where a worker ended itself, its own word counts (src/boundary/mark-file.ts).
 */
export function signalName(code: number): string | null {
  if (process.platform === 'win32' || code === 0) return null;
  return names.get(code > 128 ? code - 128 : code) ?? null;
}
