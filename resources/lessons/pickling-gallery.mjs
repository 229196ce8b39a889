/**
 * Values that are hard to pickle. Poolscope sends each through its own pool: from here as an argument, from the worker
 * as a result. The lesson shows these lines as they are.
 */
import { createReadStream } from 'node:fs';
import { Socket } from 'node:net';
import { devNull } from 'node:os';
import * as path from 'node:path';
import { inspect } from 'node:util';
import { MessageChannel, Worker } from 'node:worker_threads';

class Person {
  constructor(name) {
    this.name = name;
  }
}

function double(x) {
  return x * 2;
}

function makeLocal() {
  const factor = 2;
  return function times(x) {
    return x * factor;
  };
}

function localClass() {
  class Point {
    x = 1;
  }
  return new Point();
}

function* count() {
  yield 1;
}

function nested(levels) {
  let list = [];
  for (let level = 0; level < levels; level++) list = [list];
  return list;
}

export const values = {
  lambda: () => (x) => x * 2,
  'local-function': () => makeLocal(),
  'named-function': () => double,
  'bound-function': () => Math.max.bind(null, 3),
  class: () => Person,
  instance: () => new Person('Ada'),
  'local-instance': () => localClass(),
  path: () => new URL('file:///srv/notes'),
  constant: () => Symbol('red'),
  'read-only': () => new Proxy({ a: 1 }, {}),
  generator: () => count(),
  keys: () => new Map([[1, 2]]).keys(),
  'part-of-bytes': () => new Uint8Array(8).subarray(2, 4),
  'weak-reference': () => new WeakRef(double),
  future: () => Promise.resolve(1),
  module: () => path,
  'open-file': () => createReadStream(devNull),
  socket: () => new Socket(),
  thread: () => new Worker('', { eval: true }),
  lock: () => new Int32Array(new SharedArrayBuffer(4)),
  queue: () => new MessageChannel().port1,
  'too-deep': () => nested(100000),
};

/** @returns a value as a person reads it */
export function describe(value) {
  if (ArrayBuffer.isView(value)) return `${inspect(value)} on ${value.buffer.constructor.name}`;
  return inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY });
}

/** A task that gets one of them as its argument, and says what has arrived. */
export const receive = (value) => describe(value);

/** A task that returns one of them. */
export const give = (name) => values[name]();
