/** Compiled, never run: `npm run typecheck` fails where one of these types has changed. */
import { expectTypeOf } from 'vitest';
import type { CallRequest, CallResponse } from '../../src/shared/ipc';
import type { Scenario, ScenarioDraft } from '../../src/shared/scenario';
import type { Bytes, Nanos } from '../../src/shared/units';

// What a run is started with may be what a file held, and what was read back from one.
expectTypeOf<Scenario>().toExtend<ScenarioDraft>();
expectTypeOf<Scenario>().toExtend<CallRequest<'run:start'>>();
expectTypeOf<CallResponse<'run:start'>>().toEqualTypeOf<number | null>();

// Only a version and a workload must be given.
expectTypeOf<{ version: 1; workload: { name: 'sleep' } }>().toExtend<ScenarioDraft>();
expectTypeOf<{ version: 1 }>().not.toExtend<ScenarioDraft>();
expectTypeOf<{ version: 1; workload: { name: 'fib' } }>().not.toExtend<ScenarioDraft>();

// A scenario that was parsed has every default filled in.
expectTypeOf<Scenario['pool']['processes']>().toEqualTypeOf<number>();
expectTypeOf<NonNullable<Scenario['input']['generate']>['count']>().toEqualTypeOf<number>();
expectTypeOf<Scenario['pool']['retries']>().toEqualTypeOf<number>();
expectTypeOf<Scenario['pool']['memoryLimitMb']>().toEqualTypeOf<number | null>();
expectTypeOf<Scenario['call']['lookAhead']>().toEqualTypeOf<number | null>();

// Units do not mix.
expectTypeOf<Nanos>().not.toExtend<Bytes>();
expectTypeOf<number>().not.toExtend<Nanos>();
