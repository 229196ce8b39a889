/** Poolscope's pool, telemetry on, with an argument that lies in shared memory: a task is told its name and reads all of it. */
import { sharedName } from '../../../src/boundary/shared-memory/names';
import { SharedMemory } from '../../../src/boundary/shared-memory/shared-memory';
import { sharedSystem } from '../../../src/boundary/shared-memory/system';
import { Pool } from '../../../src/main/pool/pool';
import { forget, remember } from '../../../src/main/run/shared-ledger';
import type { OpenSubject } from '../subject';
import { engines } from './engines';
import { sumOfSquares } from './function-specs';
import { Recording } from './recording';

/** @param written how often the caller copies the bytes into shared memory */
export const openShared =
  (written: 'once' | 'each-call'): OpenSubject =>
  async ({ workers, argumentBytes: bytes = 0 }) => {
    const recording = new Recording(engines.poolscope);
    const { clock, hub } = recording;
    const { spawn } = engines.poolscope;
    const pool = new Pool({ processes: workers, spawn, clock, observer: hub });
    await pool.ready;
    const payload = { name: sharedName(), bytes };
    remember([payload.name]);
    const memory = SharedMemory.create(await sharedSystem(), payload.name, bytes);
    const read = { ...sumOfSquares, tuple: true, shared: { counter: null, payload, echo: null, within: null } };
    let filled = false;
    return {
      give: (value) => {
        if (!filled || written === 'each-call') memory.write(value);
        filled = true;
        return pool.apply(read, [0, payload]);
      },
      during: (work) => recording.during(work),
      end: async () => {
        await pool.terminate();
        memory.close();
        memory.unlink();
        forget([payload.name]);
      },
    };
  };
