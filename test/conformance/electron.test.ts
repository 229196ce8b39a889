import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronCommand } from '../../bench/electron-runtime';
import { type Outcome, outcomeSchema } from './outcome';
import { table } from './table';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, '.cache', 'conformance');
/** Beyond this the whole table is taken to hang; it takes a minute. */
const MOST_MS = 180_000;

const outcomes = new Map<string, Outcome>();
let electron: ReturnType<typeof spawn> | undefined;
let status: number | null = null;

/** Everything in one file beside the links to Electron's own. */
async function bundle(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: built,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: { main: join(import.meta.dirname, 'electron-main.ts') },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  mkdirSync(built, { recursive: true });
  const app = { name: 'poolscope-conformance', type: 'module', main: 'main.js' };
  writeFileSync(join(built, 'package.json'), JSON.stringify(app));
}

describe("the pool, on Electron's utility processes", () => {
  beforeAll(async () => {
    await bundle();
    const { file, args } = electronCommand(built);
    electron = spawn(file, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise<number | null>((done) => electron?.on('exit', done));
    for await (const line of createInterface({ input: electron.stdout as NodeJS.ReadableStream })) {
      if (!line.startsWith('{')) continue;
      const outcome = outcomeSchema.parse(JSON.parse(line));
      outcomes.set(outcome.sentence, outcome);
    }
    status = await ended;
  }, MOST_MS);

  afterAll(() => electron?.kill('SIGKILL'));

  it('goes through the whole table and ends by itself', () => {
    expect([...outcomes.keys()]).toEqual(table.map(({ sentence }) => sentence));
    expect(status).toBe(0);
  });

  it.each(table.map((one) => [one.sentence, one] as const))('%s', (sentence, { expected }) => {
    const { value, error } = outcomes.get(sentence) ?? { error: 'did not run' };
    expect(error).toBeUndefined();
    expect(value).toEqual(expected);
  });
});
