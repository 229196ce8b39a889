/** Compiled, never run: `npm run typecheck` fails where one of these types has changed. */
import { expectTypeOf } from 'vitest';
import type { Tile } from '../../src/shared/ipc';
import type { BuiltInName, WorkloadParams } from '../../src/shared/workloads';
import type { Workload } from '../../src/workers/workload';
import { mandelbrot } from '../../src/workers/workloads/mandelbrot';
import type { registry } from '../../src/workers/workloads/registry';

expectTypeOf<keyof typeof registry>().toEqualTypeOf<BuiltInName>();
expectTypeOf<WorkloadParams<'raise'>>().toEqualTypeOf<{ every: number; message: string }>();
expectTypeOf<WorkloadParams<'leak-memory'>>().toEqualTypeOf<{ every: number; stepMb: number }>();
expectTypeOf<WorkloadParams<'sum-of-squares'>>().toEqualTypeOf<Record<string, never>>();
expectTypeOf<Parameters<Workload<'hash-chain'>>[1]>().toEqualTypeOf<{ text: string }>();

// A function under another workload's name would be called with that one's parameters.
expectTypeOf(mandelbrot).not.toExtend<Workload<'hash-chain'>>();

expectTypeOf<Tile>().toEqualTypeOf<{
  readonly task: number;
  readonly column: number;
  readonly row: number;
  readonly sizePx: number;
  readonly maxIterations: number;
  readonly iterations: Uint32Array;
}>();
