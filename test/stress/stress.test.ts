import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endGroup } from '../../scripts/lib/end-group.mjs';
import { buildStress } from '../../scripts/stress/build.mjs';
import { commandFor, ENGINES, runCase } from '../../scripts/stress/run-case.mjs';
import { cases } from './cases';

/** More than the case itself may take: then the case says that it hangs, not the test. */
const MARGIN_MS = 20_000;

describe.each(ENGINES)('in the short form of the stress command, %s', (engine) => {
  let command: ReturnType<typeof commandFor>;
  let running: ChildProcess | undefined;

  beforeAll(async () => {
    await buildStress();
    command = commandFor(engine);
  });

  // Only where a test was ended before its time is there anybody left.
  afterAll(async () => {
    if (running !== undefined) await endGroup(running, 0);
  });

  for (const one of cases) {
    it.skipIf(one.onWindows === false && process.platform === 'win32')(
      one.sentence,
      async () => {
        const { broken, claims } = await runCase(command, one, false, (child) => {
          running = child;
        });
        running = undefined;
        expect(broken).toEqual([]);
        expect(claims).toBeGreaterThan(0);
      },
      one.limitMs[0] + MARGIN_MS,
    );
  }
});
