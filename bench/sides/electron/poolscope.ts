/** Poolscope's pool of utility processes with telemetry on. */
import { Pool } from '../../../src/main/pool/pool';
import type { OpenSubject } from '../subject';
import { engines } from './engines';
import { carrier, sumOfSquares } from './function-specs';
import { Recording } from './recording';

export const openPoolscope: OpenSubject = async (options) => {
  const recording = new Recording(engines.poolscope);
  const { clock, hub } = recording;
  const { spawn } = engines.poolscope;
  const pool = new Pool({ processes: options.workers, spawn, clock, observer: hub });
  await pool.ready;
  const carry = carrier(options);
  return {
    many: (tasks) => pool.map(sumOfSquares, new Array<number>(tasks).fill(0), 1),
    call: () => pool.apply(sumOfSquares, 0),
    echo: (value) => pool.apply(carry, [0, value]),
    give: (bytes) => pool.apply(carry, [0, bytes]),
    during: (work) => recording.during(work),
    end: () => pool.terminate(),
  };
};
