/** Writes large traces for the bench, the same each time: as Chrome writes them, and as VizTracer does of a pool. */
import { closeSync, openSync, writeSync } from 'node:fs';

const THREADS = 8;

/** Numbers from 0 to 1, the same each time (mulberry32). @param {number} seed */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes events until the file is as large. @param {string} path @param {number} bytes @param {() => object[]} more @param {string} end */
function write(path, bytes, more, end) {
  const file = openSync(path, 'w');
  let written = 0;
  let events = 0;
  let text = '{"traceEvents": [';
  for (let separator = ''; written < bytes; ) {
    for (const event of more()) {
      text += separator + JSON.stringify(event);
      separator = ', ';
      events++;
    }
    if (text.length < 1e6 && written + text.length < bytes) continue;
    written += writeSync(file, text);
    text = '';
  }
  writeSync(file, end);
  closeSync(file);
  return events;
}

/** @param {string} path @param {number} bytes @returns how many events */
export function chromeTrace(path, bytes) {
  const random = randomOf(1);
  const clocks = Array.from({ length: THREADS }, () => 1000 + random());
  let named = false;
  let turn = 0;
  return write(
    path,
    bytes,
    () => {
      const thread = turn++ % THREADS;
      const place = { pid: 100 + Math.floor(thread / 4), tid: 100 + thread, ph: 'X', cat: 'toplevel' };
      const ts = clocks[thread] ?? 0;
      let at = ts + 1;
      const inner = Array.from({ length: 4 }, (_, index) => {
        const dur = 1 + random() * 20;
        const name = `Function${Math.floor(random() * 800)}`;
        const call = {
          ...place,
          ts: round(at),
          dur: round(dur),
          name,
          args: { src_line: Math.floor(random() * 1000), index },
        };
        at += dur + 0.5;
        return call;
      });
      clocks[thread] = at + random() * 3;
      const outer = { ...place, ts: round(ts), dur: round(at - ts), name: 'RunTask', args: { src_func: 'bench' } };
      const names = named
        ? []
        : [0, 1].map((pid) => ({
            ph: 'M',
            pid: 100 + pid,
            name: 'process_name',
            args: { name: `bench-process ${pid}` },
          }));
      named = true;
      return [...names, outer, ...inner];
    },
    '], "displayTimeUnit": "ms"}',
  );
}

/** A pool of eight workers that call twenty functions for each task. @param {string} path @param {number} bytes @returns how many events */
export function viztracerTrace(path, bytes) {
  const random = randomOf(2);
  const lib = '/usr/lib/python3.12/multiprocessing';
  const clocks = Array.from({ length: THREADS }, (_, worker) => 81_994_908_545 + worker);
  let named = false;
  let turn = 0;
  return write(
    path,
    bytes,
    () => {
      const worker = turn++ % THREADS;
      const place = { pid: 222_284 + worker, tid: 222_282, ph: 'X', cat: 'fee' };
      let at = clocks[worker] ?? 0;
      /** @param {number} ts @param {number} end @param {string} name */
      const call = (ts, end, name) => ({ ...place, ts: round(ts), dur: round(end - ts), name });
      const begin = at;
      const calls = [
        call(at + 1, at + 4, `_ConnectionBase.recv_bytes (${lib}/connection.py:208)`),
        call(at + 5, at + 8, '_pickle.loads'),
      ];
      calls.push(call(at, at + 9, `SimpleQueue.get (${lib}/queues.py:385)`));
      at += 10;
      const ran = at;
      for (let index = 0; index < 20; index++) {
        const end = at + 1 + random() * 9;
        calls.push(
          call(
            at + 0.2,
            end,
            `function_${Math.floor(random() * 400)} (/home/user/project/module_${index}.py:${index * 7})`,
          ),
        );
        at = end + 0.2;
      }
      calls.push(call(ran, at, 'work (/home/user/project/main.py:12)'));
      calls.push(call(at + 1, at + 4, `ForkingPickler.dumps (${lib}/reduction.py:48)`));
      calls.push(call(at + 5, at + 7, `_ConnectionBase.send_bytes (${lib}/connection.py:182)`));
      calls.push(call(at + 0.5, at + 8, `SimpleQueue.put (${lib}/queues.py:391)`));
      at += 9;
      clocks[worker] = at;
      const names = named
        ? []
        : clocks.map((_, index) => ({
            ph: 'M',
            pid: 222_284 + index,
            tid: 222_284 + index,
            name: 'process_name',
            args: { name: `ForkPoolWorker-${index + 1} bench-process` },
          }));
      named = true;
      // The loop itself returns at the end: here each task has one of its own.
      return [...names, ...calls, call(begin - 0.3, at - 0.3, `worker (${lib}/pool.py:97)`)];
    },
    '], "viztracer_metadata": {"overflow": false, "version": "1.0.0"}}',
  );
}

/** @param {number} micros */
const round = (micros) => Math.round(micros * 1000) / 1000;
