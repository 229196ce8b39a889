import { describe, expect, it } from 'vitest';
import { killedSentence, killWords } from '../../../../src/renderer/panels/bottom/worker-table/kill-words';
import { LOST_POLICIES, scenarioSchema } from '../../../../src/shared/scenario';
import type { WorkerRecord } from '../../../../src/shared/telemetry';

const worker: WorkerRecord = {
  index: 3,
  slot: 1,
  pid: 4711,
  name: 'worker-3',
  spawnedAt: 0,
  readyAt: 1,
  exitingAt: null,
  exit: null,
};
const scenario = (engine: 'utility-process' | 'thread', pool = {}) =>
  scenarioSchema.parse({ version: 1, engine, pool, workload: { name: 'sleep' } });

describe('the words about killing one worker', () => {
  it('name the process and the signal, which Windows does not know', () => {
    expect(killWords('utility-process', worker, 'linux')?.label).toBe('Kill worker PID 4711 with SIGKILL');
    expect(killWords('child-process', worker, 'win32')?.label).toBe('Kill worker PID 4711');
  });

  it('end a thread by its name, as threads share a PID, and offer nothing for a loop', () => {
    expect(killWords('thread', worker, 'linux')).toEqual({ text: 'End', label: 'End thread worker-3' });
    expect(killWords('serial', worker, 'linux')).toBeNull();
    expect(killWords('async', worker, 'linux')).toBeNull();
    expect(killedSentence(scenario('thread'), worker, 'linux')).toMatch(/^Ended thread worker-3\./);
  });

  it('say something else for each policy, and for no retries', () => {
    const said = LOST_POLICIES.map((onWorkerLost) =>
      killedSentence(scenario('utility-process', { onWorkerLost }), worker, 'linux'),
    );
    expect(new Set(said).size).toBe(LOST_POLICIES.length);
    expect(said[0]).toBe(
      'Killed worker PID 4711 with SIGKILL. If it was at a task, that is retried on another worker.',
    );
    expect(killedSentence(scenario('utility-process', { retries: 0 }), worker, 'linux')).toContain('not retried');
  });
});
