import { expect, it } from 'vitest';
import { coresUsed } from '../../../../src/renderer/derive/cores-used';
import { createFactsStore, type Facts, noFacts, takeEvent } from '../../../../src/renderer/store/facts';
import { makeRun } from '../../../fixtures/make-run';

/** A run with these samples: [worker, ns since the call, cores since the sample before]. */
function sampled(samples: readonly (readonly [number, number, number])[]): Facts {
  const store = createFactsStore();
  for (const event of makeRun({ tasks: 4, workers: 2 })) {
    if (event.type !== 'telemetry') takeEvent(store, event);
  }
  const facts = store.getState();
  const called = facts.calledAt ?? 0;
  for (const [worker, at, cpu] of samples) {
    facts.data.sampleWorker.append(Uint16Array.of(worker));
    facts.data.sampleAt.append(Float64Array.of(called + at));
    facts.data.sampleCpu.append(Float32Array.of(cpu));
  }
  return { ...facts, ended: facts.ended === null ? null : { ...facts.ended, at: called + 1e9 } };
}

it('adds up what the workers used between their samples', () => {
  const samples = [
    [0, 0, 0.2],
    [1, 0, 0.9],
    [0, 5e8, 1],
    [1, 5e8, 0.5],
    [0, 1e9, 1],
    [1, 1e9, 1],
  ] as const;
  expect(coresUsed(sampled(samples))).toBeCloseTo(1.75);
});

it('counts nothing from before the call or after the end', () => {
  expect(
    coresUsed(
      sampled([
        [0, -1e9, 0],
        [0, 5e8, 0.1],
        [0, 1e9, 0.8],
        [0, 2e9, 0.1],
      ]),
    ),
  ).toBeCloseTo(0.8);
});

it('is not known without two samples of a worker, or before the end', () => {
  expect(coresUsed(sampled([[0, 5e8, 1]]))).toBeNaN();
  expect(coresUsed({ ...sampled([]), ended: null })).toBeNaN();
  expect(coresUsed(noFacts())).toBeNaN();
});
