import { expect, it, vi } from 'vitest';
import { threadEngine } from '../../../../src/main/engines/thread';
import { Run } from '../../../../src/main/run/run';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import { makePayload } from '../../../../src/shared/payload';
import { WORKER_ENTRY } from '../../../fixtures/pools';

vi.mock('../../../../src/shared/payload', async (original) => {
  const real = (await original()) as { makePayload: typeof makePayload };
  return { ...real, makePayload: vi.fn(real.makePayload) };
});

it('what rides along with arguments is made before the call, which it would lengthen', async () => {
  const scenario = parseScenario({
    version: 1,
    engine: 'thread',
    pool: { processes: 1 },
    workload: { name: 'sum-of-squares' },
    input: { items: [1, 2, 3] },
    payload: { kind: 'bytes', bytes: 1000 },
  });
  const made = (): number => vi.mocked(makePayload).mock.calls.length;
  let beforeCall = 0;
  const summary = await new Run({ scenario, engine: threadEngine(WORKER_ENTRY) }).go(() => {
    beforeCall = made();
  });
  expect(summary).toMatchObject({ ok: true, tasks: { completed: 3 } });
  expect(beforeCall).toBe(1);
  expect(made()).toBe(1);
});
