import { type Case, told, toldOf } from '../case';

export const resultCases: readonly Case[] = [
  {
    sentence: 'apply gives its result, or its error',
    python: 'apply',
    expected: [5, 'no'],
    run: async (lab) => {
      const pool = lab.pool();
      return [await told(pool.apply(lab.own('timed'), 5)), await told(pool.apply(lab.own('timed', true), [0, 'no']))];
    },
  },
  {
    sentence: 'apply_async calls its callback once with the result, and its error callback with the error',
    python: 'callbacks',
    expected: ['callback 5', 'get 5', 'error callback no', 'get no'],
    run: async (lab) => {
      const pool = lab.pool();
      const seen: string[] = [];
      const callbacks = {
        callback: (value: unknown) => seen.push(`callback ${value}`),
        errorCallback: (error: Error) => seen.push(`error callback ${error.message}`),
      };
      seen.push(`get ${await told(pool.applyAsync(lab.own('timed'), 5, callbacks).get())}`);
      seen.push(`get ${await told(pool.applyAsync(lab.own('timed', true), [0, 'no'], callbacks).get())}`);
      return seen;
    },
  },
  {
    sentence: 'get raises after its timeout, and the result comes all the same',
    python: 'get_timeout',
    expected: ['timeout', 300],
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      const result = pool.applyAsync(lab.own('timed'), 300);
      const first = await result.get(20).catch((error: Error) => (error.name === 'TimeoutError' ? 'timeout' : error));
      return [first, await result.get()];
    },
  },
  {
    sentence: 'wait returns after its timeout without an error; ready says whether there is a result',
    python: 'wait_ready',
    expected: [false, true],
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      const result = pool.applyAsync(lab.own('timed'), 300);
      await result.wait(20);
      const before = result.ready();
      await result.wait();
      return [before, result.ready()];
    },
  },
  {
    sentence: 'successful is an error before there is a result, then says whether there was none',
    python: 'successful',
    expected: ['not ready', true, false],
    run: async (lab) => {
      const pool = lab.pool();
      await pool.ready;
      const good = pool.applyAsync(lab.own('timed'), 200);
      const early = await toldOf(() => good.successful());
      const bad = pool.applyAsync(lab.own('timed', true), [0, 'no']);
      await Promise.all([good.wait(), bad.wait()]);
      return [/not ready/.test(String(early)) ? 'not ready' : early, good.successful(), bad.successful()];
    },
  },
  {
    sentence: 'map_async calls its callback once with all results, or its error callback with the first error',
    python: 'map_async',
    expected: ['callback 1,2,3', 'get 1,2,3', 'error callback no', 'get no'],
    run: async (lab) => {
      const pool = lab.pool();
      const seen: string[] = [];
      const callbacks = {
        callback: (values: unknown[]) => seen.push(`callback ${values.join(',')}`),
        errorCallback: (error: Error) => seen.push(`error callback ${error.message}`),
      };
      const good = await told(pool.mapAsync(lab.own('timed'), [1, 2, 3], callbacks).get());
      seen.push(`get ${(good as number[]).join(',')}`);
      const args = [[0, 'no'], [1]];
      seen.push(
        `get ${await told(pool.starmapAsync(lab.own('timed', true), args, { chunksize: 1, ...callbacks }).get())}`,
      );
      return seen;
    },
  },
  {
    sentence: 'a call without tasks calls nobody back',
    python: 'map_async_nothing',
    expected: [[], 'nobody called'],
    run: async (lab) => {
      let called = 'nobody called';
      const callback = () => {
        called = 'called';
      };
      return [await told(lab.pool().mapAsync(lab.own('timed'), [], { callback }).get()), called];
    },
  },
  {
    sentence: 'starmap_async unpacks a tuple for each call',
    python: 'starmap_async',
    expected: [3, 7],
    run: (lab) =>
      told(
        lab
          .pool()
          .starmapAsync(lab.own('default', true), [
            [1, 2],
            [3, 4],
          ])
          .get(),
      ),
  },
  {
    sentence: 'a callback that raises is reported, and nothing else happens',
    expected: { value: 5, reported: 'callback broke', next: 6 },
    run: async (lab) => {
      let reported = '';
      const observer = {
        callbackRan: (_task: number, _kind: string, _at: number, error: Error | null) => {
          reported = error?.message ?? '';
        },
      };
      const pool = lab.pool({ observer });
      const callback = () => {
        throw new Error('callback broke');
      };
      const value = await told(pool.applyAsync(lab.own('timed'), 5, { callback }).get());
      return { value, reported, next: await told(pool.apply(lab.own('timed'), 6)) };
    },
  },
];
