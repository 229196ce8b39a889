/** Drives `bin/poolscope` as another program would: arguments in, exit status and both streams out. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Without a display, as on a server. */
const headless = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };

export function start(args: readonly string[]): { child: ChildProcessWithoutNullStreams; finished: Promise<Finished> } {
  const child = spawn(process.execPath, [join(ROOT, 'bin/poolscope'), ...args], { cwd: ROOT, env: headless });
  child.stdin.end();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const finished = new Promise<Finished>((done) => {
    child.on('close', (status) => done({ status, stdout, stderr }));
  });
  return { child, finished };
}

export const poolscope = (...args: readonly string[]): Promise<Finished> => start(args).finished;

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A scenario file with this content, until the tests end; text is written as it is. */
export function scenarioFile(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'poolscope-e2e-'));
  folders.push(folder);
  const path = join(folder, 'scenario.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
