import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftStore, draftOf } from '../../../../src/renderer/store/draft';
import { parseScenario } from '../../../../src/shared/parse-scenario';
import type { Scenario } from '../../../../src/shared/scenario';
import { builtInNames, workload } from '../../../../src/shared/workloads';
import { anyScenario } from '../../../fixtures/any-scenario';
import { neededParams } from '../../../fixtures/workload-needs';

const sums = parseScenario({ version: 1, workload: { name: 'sum-of-squares' } });
const given = (items: readonly number[]): Scenario => parseScenario({ ...sums, input: { items } });

describe('the store', () => {
  it('begins with the scenario it is given', () => {
    const store = createDraftStore(sums);
    expect(store.getState().scenario).toEqual(sums);
    expect(store.getState().errors).toEqual({});
  });

  it('takes the parameters of another workload, and sizes that suit it', () => {
    const store = createDraftStore(
      parseScenario({ ...sums, name: 'Kept', input: { generate: { mean: 1e12 } }, seed: 7 }),
    );
    store.setWorkload('hash-chain');
    const { fields, scenario } = store.getState();
    expect(fields['workload.params.text']).toBe('poolscope');
    expect(scenario).toMatchObject({
      name: 'Kept',
      seed: 7,
      workload: { name: 'hash-chain', params: { text: 'poolscope' } },
      input: { generate: { mean: workload('hash-chain').item.typical } },
    });
  });

  it('leaves no parameter of the former workload behind', () => {
    const store = createDraftStore(parseScenario({ version: 1, workload: { name: 'mandelbrot' } }));
    store.set('workload.params.columns', 'wrong');
    store.setWorkload('raise');
    const params = Object.keys(store.getState().fields).filter((path) => path.startsWith('workload.params.'));
    expect(params).toEqual(['workload.params.every', 'workload.params.message']);
    expect(store.getState().errors).toEqual({});
  });

  it('draws as many tasks as the new workload has parts', () => {
    const store = createDraftStore(sums);
    store.setWorkload('mandelbrot');
    expect(store.getState().scenario?.input.generate).toMatchObject({ count: 48 });
    expect(store.getState().fields['input.generate.mean']).toBe('');
  });

  it('keeps nothing wrong in the fields of sizes where the new workload has no sizes', () => {
    const store = createDraftStore(sums);
    store.set('input.generate.mean', 'big');
    store.set('input.generate.spread', 'wide');
    store.setWorkload('raise');
    expect(store.getState().errors).toEqual({});
  });

  it('draws items after a change of workload: those that were given suited the former one', () => {
    const store = createDraftStore(given([1e12]));
    store.setWorkload('matrix-multiply');
    expect(store.getState().inputKind).toBe('generate');
    expect(store.getState().scenario?.input.items).toBeUndefined();
  });

  it('reads the items as the new workload does, where it can', () => {
    const store = createDraftStore(given([1, 2.0, 3]));
    store.setWorkload('module');
    expect(store.getState().fields['input.items']).toBe('[1,2,3]');
    store.setWorkload('sleep');
    expect(store.getState().fields['input.items']).toBe('1, 2, 3');
    store.setWorkload('module');
    store.set('input.items', '["a", 1]');
    store.setWorkload('sleep');
    store.setWorkload('module');
    expect(store.getState().fields['input.items']).toBe('["a", 1]');
  });

  it('takes any JSON values as items of a function of the user’s, and says what is none', () => {
    const store = createDraftStore(
      parseScenario({ version: 1, workload: { name: 'module', params: neededParams('module') } }),
    );
    store.setInputKind('items');
    expect(store.getState().scenario?.input.items).toEqual([]);
    store.set('input.items', '["a", {"b": null}]');
    expect(store.getState().scenario?.input.items).toEqual(['a', { b: null }]);
    store.set('input.items', '["a"');
    expect(store.getState().errors).toEqual({ 'input.items': expect.stringContaining('expected an array') });
  });

  it('has a scenario after any change from workload to workload', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...builtInNames), { minLength: 1, maxLength: 6 }), (names) => {
        const store = createDraftStore(sums);
        for (const name of names) {
          store.setWorkload(name);
          const { scenario, errors } = store.getState();
          expect(errors).toEqual({});
          expect(scenario?.workload).toEqual({ name, params: workload(name).params.parse({}) });
        }
      }),
    );
  });

  it('sets the limits that go well with a workload, and takes them away with it', () => {
    const store = createDraftStore(sums);
    store.setWorkload('leak-memory');
    expect(store.getState().scenario?.pool).toMatchObject({ memoryLimitMb: 64, taskTimeoutMs: null });
    store.setWorkload('hang');
    expect(store.getState().scenario?.pool).toMatchObject({ memoryLimitMb: null, taskTimeoutMs: 1000 });
    store.setWorkload('sleep');
    expect(store.getState().scenario?.pool).toEqual(sums.pool);
  });

  it('leaves limits alone that were typed', () => {
    const store = createDraftStore(sums);
    store.set('pool.memoryLimitMb', '512');
    store.setWorkload('leak-memory');
    expect(store.getState().scenario?.pool.memoryLimitMb).toBe(512);
    store.setWorkload('hang');
    store.set('pool.taskTimeoutMs', '2500');
    store.setWorkload('sleep');
    expect(store.getState().scenario?.pool).toMatchObject({ memoryLimitMb: 512, taskTimeoutMs: 2500 });
  });

  it('keeps both kinds of items while it changes from one to the other', () => {
    const store = createDraftStore(given([1, 2, 3]));
    store.setInputKind('generate');
    expect(store.getState().scenario?.input.items).toBeUndefined();
    expect(store.getState().scenario?.input.generate?.count).toBe(24);
    store.setInputKind('items');
    expect(store.getState().scenario?.input).toEqual({ items: [1, 2, 3] });
  });

  it('does not mind a wrong text in the kind of items that is not chosen', () => {
    const store = createDraftStore(given([1]));
    store.set('input.generate.count', 'many');
    expect(store.getState().errors).toEqual({});
    store.setInputKind('generate');
    expect(Object.keys(store.getState().errors)).toEqual(['input.generate.count']);
  });

  it('holds nothing but the loaded scenario after a load', () => {
    fc.assert(
      fc.property(anyScenario, anyScenario, (first, second) => {
        const store = createDraftStore(first);
        store.set('pool.processes', 'wrong');
        store.load(second);
        expect(store.getState()).toEqual({ ...draftOf(second), scenario: second, errors: {} });
      }),
    );
  });

  it('tells those who listen once a change', () => {
    const store = createDraftStore(sums);
    let told = 0;
    store.subscribe(() => (told += 1));
    store.set('seed', '1');
    store.setWorkload('sleep');
    store.load(sums);
    expect(told).toBe(3);
  });
});
