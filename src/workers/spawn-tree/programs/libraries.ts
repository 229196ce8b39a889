/** Libraries that a program may import before its first line. What counts is how long loading them takes. */
import * as arrow from 'apache-arrow';
import * as d3 from 'd3';
import * as zod from 'zod';

// Used, so that no build leaves them out.
Reflect.set(
  globalThis,
  'loaded',
  [arrow, d3, zod].map((library) => Object.keys(library).length),
);
