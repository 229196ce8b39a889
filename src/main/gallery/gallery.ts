/**
 * Sends each value of the lesson's gallery through a real pool, there and back, and says what came of it. Nothing about
 * the outcomes is stored: they are those of this machine, now.
 */
import { pathToFileURL } from 'node:url';
import type { GalleryOutcome, GalleryPair, GallerySent } from '../../shared/gallery';
import type { FunctionSpec } from '../../shared/worker-protocol';
import { startClock } from '../clock';
import type { Engine } from '../engines/engine';
import { observedBy } from '../pool/observer';
import { Pool } from '../pool/pool';

/** What resources/lessons/pickling-gallery.mjs exports. */
interface GalleryModule {
  readonly values: Readonly<Record<string, () => unknown>>;
  describe(value: unknown): string;
}

/** More of an error is not read: some describe the whole value. */
const MOST_CHARS = 400;

/** @param file path of the values @throws Error where no worker could be started */
export async function sendGallery(file: string, { spawn }: Engine): Promise<GallerySent> {
  const { values, describe } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as GalleryModule;
  let pid = 0;
  const observer = observedBy({
    workerChanged: (worker) => {
      pid = worker.pid ?? pid;
    },
  });
  const pool = new Pool({ processes: 1, spawn, clock: startClock(), observer });
  const receive = exported(file, 'receive');
  const give = exported(file, 'give');
  const sendOne = async (name: string, make: () => unknown): Promise<GalleryPair> => {
    const value = make();
    const was = shortened(describe(value));
    try {
      return {
        argument: await outcomeOf(pool.apply(receive, value), was, String),
        result: await outcomeOf(pool.apply(give, name), was, describe),
      };
    } finally {
      letGo(value);
    }
  };
  try {
    await pool.ready;
    const sent: Record<string, GalleryPair> = {};
    for (const [name, make] of Object.entries(values)) sent[name] = await sendOne(name, make);
    return { pid, outcomes: sent };
  } finally {
    await pool.terminate();
  }
}

function exported(file: string, name: string): FunctionSpec {
  const params = { file, export: name };
  return {
    workload: 'module',
    params,
    seed: 0,
    tuple: false,
    shared: null,
    resultPayload: { kind: 'none', bytes: 0 },
  };
}

async function outcomeOf(
  call: Promise<unknown>,
  was: string,
  describe: (value: unknown) => string,
): Promise<GalleryOutcome> {
  try {
    return { outcome: 'crossed', was, became: shortened(describe(await call)) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { outcome: 'refused', name, message: shortened(message) };
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_CHARS ? `${line.slice(0, MOST_CHARS)}…` : line;
}

/** Sockets, threads and ports would stay open. */
function letGo(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const name of ['terminate', 'destroy', 'close']) {
    const end: unknown = Reflect.get(value, name);
    if (typeof end !== 'function') continue;
    Reflect.apply(end, value, []);
    return;
  }
}
