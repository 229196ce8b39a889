/** Starts an Electron on a display of its own, asks it one thing, and sees to it that nothing of it is left. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronEnvironment } from '../../scripts/launch/arguments.mjs';
import { electronFor } from '../../scripts/launch/headless-electron.mjs';
import { endGroup, OWN_GROUP } from '../../scripts/lib/end-group.mjs';
import type { TimelineReply, TimelineRequest } from './protocol';

/** Longer than any of them takes on a slow machine. */
const LIMIT_MS = 170_000;

/** @param app folder with the app's package.json @param display of an X server; null: the system's own */
export async function askElectron(
  app: string,
  display: string | null,
  request: TimelineRequest,
): Promise<TimelineReply> {
  const { file, args } = electronFor(app);
  const userData = mkdtempSync(join(tmpdir(), 'poolscope-bench-'));
  const env = { ...electronEnvironment(process.env), POOLSCOPE_BENCH_DATA: userData };
  const child = spawn(file, args, {
    env: display === null ? env : { ...env, DISPLAY: display },
    stdio: ['ignore', 'ignore', process.env.POOLSCOPE_BENCH_DEBUG ? 'inherit' : 'ignore', 'ipc'],
    ...OWN_GROUP,
  });
  const end = (): void => void endGroup(child, 0);
  process.once('exit', end);
  try {
    return await new Promise<TimelineReply>((resolve, reject) => {
      const late = setTimeout(() => resolve({ error: `no answer in ${LIMIT_MS / 1000} s` }), LIMIT_MS);
      const settle = (reply: TimelineReply): void => {
        clearTimeout(late);
        resolve(reply);
      };
      child.on('message', (reply) => settle(reply as TimelineReply));
      child.on('error', reject);
      child.on('exit', (code, signal) => settle({ error: `its process ended (${signal ?? `exit code ${code}`})` }));
      child.send(request);
    });
  } finally {
    process.off('exit', end);
    await endGroup(child, 2000);
    rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
  }
}
