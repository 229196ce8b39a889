import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startClock } from '../../../../../src/main/clock';
import { ProcessCap } from '../../../../../src/main/experiments/spawn-tree/process-cap';
import { ProcessTree, type StartProcess } from '../../../../../src/main/experiments/spawn-tree/process-tree';

describe('the cap', () => {
  it('counts a process before it is started, and never counts one back', () => {
    const cap = new ProcessCap({ most: 2, deepest: 1 });
    expect([cap.take(0), cap.take(2), cap.take(1), cap.take(1), cap.started]).toEqual([
      null,
      'depth',
      null,
      'processes',
      2,
    ]);
  });

  it('starts nothing any more once it is closed', () => {
    const cap = new ProcessCap({ most: 2, deepest: 1 });
    cap.close();
    expect([cap.take(0), cap.started]).toEqual(['over', 0]);
  });
});

/** Processes that do as they are told by the test, right or wrong. */
class FakeSystem {
  readonly processes: {
    readonly events: Parameters<StartProcess>[1];
    alive: boolean;
    killed: boolean;
  }[] = [];
  most = 0;
  /** What is done to a process in the moment of its start. */
  atStart: 'nothing' | 'throw' | 'exit' = 'nothing';

  readonly start: StartProcess = (_, events) => {
    if (this.atStart === 'throw') throw new Error('fork: Resource temporarily unavailable');
    const one = { events, alive: true, killed: false };
    this.processes.push(one);
    this.most = Math.max(this.most, this.processes.filter(({ alive }) => alive).length);
    if (this.atStart === 'exit') this.exit(one, 1);
    return {
      post: () => undefined,
      kill: () => {
        one.killed = true;
      },
    };
  };

  exit(one: FakeSystem['processes'][number] | undefined, code: number | null): void {
    if (one === undefined || !one.alive) return;
    one.alive = false;
    one.events.onExit(code, null);
  }
}

const asks = fc.nat({ max: 30 }).map((count) => ({ what: 'ask' as const, count }));
const says = fc
  .constantFrom('up', 'imported', 'raised', 'call', 'close', 'leaving', 'result')
  .map((what) => ({ what }));
const does = fc.constantFrom('exit', 'nonsense', 'throw', 'exit at start', 'stop').map((what) => ({ what }));
const action = fc.tuple(fc.nat(), fc.oneof({ weight: 4, arbitrary: asks }, { weight: 4, arbitrary: says }, does));

const MESSAGES: Readonly<Record<string, object>> = {
  up: { type: 'up', at: 1 },
  imported: { type: 'imported', at: 2 },
  raised: { type: 'raised', at: 3, name: 'RuntimeError', message: '' },
  call: { type: 'call', at: 4, name: 'square', items: [1, 2, 3] },
  close: { type: 'close', at: 5 },
  leaving: { type: 'leaving', at: 6, code: 0 },
  result: { type: 'result', index: 0, value: 1, begin: 1, end: 2 },
  nonsense: { type: 'grant me ten' },
};

describe('a tree of processes that do what they like', () => {
  it('never has more of them than the cap, nor deeper ones, and none once it is over', async () => {
    const limits = fc.record({ most: fc.integer({ min: 2, max: 64 }), deepest: fc.integer({ min: 1, max: 16 }) });
    await fc.assert(
      fc.asyncProperty(limits, fc.array(action, { maxLength: 120 }), async ({ most, deepest }, actions) => {
        const system = new FakeSystem();
        const setup = { guard: 'unchecked' as const, workers: 2, most, deepest, seconds: 120 };
        const tree = new ProcessTree({ setup, program: '', clock: startClock(), start: system.start });
        const run = tree.run();
        for (const [who, { what, ...more }] of actions) {
          const one = system.processes[who % Math.max(1, system.processes.length)];
          system.atStart = what === 'throw' ? 'throw' : what === 'exit at start' ? 'exit' : 'nothing';
          if (what === 'exit') system.exit(one, who % 3);
          else if (what === 'stop' && who % 7 === 0) void tree.end('stopped');
          else if (what === 'ask' || what === 'throw' || what === 'exit at start') {
            const count = 'count' in more ? more.count : 1;
            for (let asked = 0; asked <= count; asked++) if (one?.alive) one.events.onMessage({ type: 'ask', at: 7 });
          } else if (one?.alive && MESSAGES[what] !== undefined) one.events.onMessage(MESSAGES[what]);
          expect(system.most).toBeLessThanOrEqual(most);
          expect(system.processes.length).toBeLessThanOrEqual(most);
        }
        void tree.end('stopped');
        const started = system.processes.length;
        for (const one of system.processes) {
          // Everyone who lives has been told to die, and asks in vain until then.
          expect(one.alive ? one.killed : true).toBe(true);
          one.events.onMessage({ type: 'ask', at: 8 });
          system.exit(one, null);
        }
        await run;
        expect(system.processes.length).toBe(started);
        expect(tree.records.length).toBeLessThanOrEqual(most);
        for (const { depth, endedAt } of tree.records) {
          expect(depth).toBeLessThanOrEqual(deepest);
          expect(endedAt).not.toBeNull();
        }
      }),
    );
  });
});
