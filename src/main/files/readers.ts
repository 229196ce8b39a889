/** Which reader reads a file of which format. Each is loaded when its format is met. */
import type { RunFormat } from './detect-format';
import type { RunFileReader } from './run-file';

export const readers: Readonly<Record<RunFormat, RunFileReader>> = {
  session: async (path) => {
    const { readSession } = await import('../session/read-session');
    return readSession(path);
  },
  trace: async (path, onRead) => {
    const { readTrace } = await import('../import/read-trace');
    return readTrace(path, onRead);
  },
};
