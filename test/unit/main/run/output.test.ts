import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { threadEngine } from '../../../../src/main/engines/thread';
import { Run } from '../../../../src/main/run/run';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import { engine, WORKER_ENTRY } from '../../../fixtures/pools';

const flood = join(import.meta.dirname, '../../../fixtures/modules/flood.mjs');
/** Much more than a pipe holds. */
const FLOOD_BYTES = 3_000_000;

describe('what workers print', () => {
  for (const [name, printing] of [
    ['child-process', engine],
    ['thread', threadEngine(WORKER_ENTRY)],
  ] as const) {
    it(`reaches main to the last byte from the engine ${name}, though the worker ends right after`, async () => {
      const scenario = parseScenario({
        version: 1,
        engine: name,
        pool: { processes: 1 },
        workload: { name: 'module', params: { file: flood } },
        input: { items: [FLOOD_BYTES] },
      });
      const printed = { stdout: 0, stderr: '' };
      const onOutput = (worker: number, stream: 'stdout' | 'stderr', text: string): void => {
        expect(worker).toBe(0);
        if (stream === 'stdout') printed.stdout += text.length;
        else printed.stderr += text;
      };
      const run = new Run({ scenario, engine: printing, onOutput });
      expect(await run.go()).toMatchObject({ ok: true, tasks: { completed: 1 } });
      // The last pipeful is read after the exit.
      await expect.poll(() => printed).toEqual({ stdout: FLOOD_BYTES, stderr: `printed ${FLOOD_BYTES}\n` });
    });
  }
});
