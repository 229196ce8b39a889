/** Measures one part of the timeline bench: asks each viewer, and goes on to a smaller session where one gives up. */
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { askElectron } from './electron-app';
import type { Part } from './parts';
import type { TimelineReply, Viewer } from './protocol';
import type { PartResult } from './results';
import { verdictsOf } from './verdicts';

export interface Place {
  readonly root: string;
  /** Folder of the built bench. */
  readonly app: string;
  /** An X server of its own; null: the system's display. */
  readonly display: string | null;
}

export async function measurePart(part: Part, place: Place, gestureMs: number): Promise<PartResult> {
  const { name, title, sizes, viewers } = part;
  const speedscope = join(place.root, 'node_modules', 'speedscope', 'dist', 'release');
  const failures: string[] = [];
  let versions: PartResult['versions'] = {};
  for (const tasks of sizes) {
    const answers: PartResult['answers'] = {};
    for (const viewer of viewers) {
      const request = part.request(tasks, viewer, { gestureMs, speedscope });
      const reply = await besides(part.busy === true, () => askElectron(place.app, place.display, request));
      if ('error' in reply) {
        failures.push(`${viewer} with ${tasks.toLocaleString('en')} tasks: ${reply.error}`);
        break;
      }
      versions = reply.versions;
      answers[viewer] = reply.figures;
    }
    if (Object.keys(answers).length < viewers.length) continue;
    return { name, title, tasks, versions, answers, failures, verdicts: verdictsOf(part, answers) };
  }
  return { name, title, tasks: sizes.at(-1) ?? 0, versions, answers: {}, failures, verdicts: [] };
}

/** Keeps every core busy meanwhile, with processes as the pool's are. */
async function besides(busy: boolean, measure: () => Promise<TimelineReply>): Promise<TimelineReply> {
  const workers = busy ? cpus().map(() => spawn(process.execPath, ['-e', BUSY], { stdio: 'ignore' })) : [];
  const end = (): void => {
    for (const worker of workers) worker.kill('SIGKILL');
  };
  process.once('exit', end);
  try {
    return await measure();
  } finally {
    end();
    process.off('exit', end);
  }
}

/** Adds up squares for ever. */
const BUSY = 'for (let sum = 0, n = 0; ; n = (n + 1) % 1e6) sum = (sum + n * n) % 1e9;';

export const VIEWER_NAMES: Readonly<Record<Viewer, string>> = { poolscope: 'Poolscope', speedscope: 'speedscope' };
