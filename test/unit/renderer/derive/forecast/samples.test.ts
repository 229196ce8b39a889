import { describe, expect, it } from 'vitest';
import { coresHad } from '../../../../../src/renderer/derive/forecast/cores-had';
import { cpuShare } from '../../../../../src/renderer/derive/forecast/cpu-share';
import { forecastOf } from '../../../../../src/renderer/derive/forecast/forecast';
import type { Facts } from '../../../../../src/renderer/store/facts';
import type { EngineName, Scenario } from '../../../../../src/shared/scenario';
import { makeFacts } from '../../../../fixtures/make-run';
import { drive } from './drive';

/** Four workers, busy all the time, of which each sample says that they had `cpu` of a core. */
function sampled(cpu: number, workload: Scenario['workload'], engine: EngineName = 'utility-process'): Facts {
  const facts = makeFacts({ tasks: 400, workers: 4, chunksize: 1 });
  if (facts.started === null || facts.started.scenario === null) throw new Error('A made-up run has started');
  facts.data.sampleCpu.array.fill(cpu);
  return { ...facts, started: { ...facts.started, scenario: { ...facts.started.scenario, workload, engine } } };
}

const SUMS: Scenario['workload'] = { name: 'sum-of-squares', params: {} };
const SLEEP: Scenario['workload'] = { name: 'sleep', params: {} };
const MODULE: Scenario['workload'] = { name: 'module', params: { file: '/a.mjs' } };

describe('how much of a core a task uses', () => {
  it('is known of the workloads that come with the app, whatever samples say', () => {
    expect(cpuShare(sampled(0.4, SUMS), 8)).toEqual({ share: 1, source: 'workload' });
    expect(cpuShare(sampled(0.4, SLEEP), 8)).toEqual({ share: 0, source: 'workload' });
  });

  it('is told by samples of a function of the user that has enough cores', () => {
    const { share, source } = cpuShare(sampled(0.4, MODULE), 8);
    expect(source).toBe('samples');
    expect(share).toBeGreaterThan(0.38);
    expect(share).toBeLessThan(0.45);
    expect(cpuShare(sampled(0.98, MODULE), 8)).toEqual({ share: 1, source: 'samples' });
  });

  it('is taken to be all of one where every core was in use: what is missing was waiting for a turn', () => {
    expect(cpuShare(sampled(0.5, MODULE), 2)).toEqual({ share: 1, source: 'samples' });
  });

  it('is assumed where there are no samples, or none that are of one worker', () => {
    const facts = sampled(0.4, MODULE);
    facts.data.sampleAt.length = 0;
    expect(cpuShare(facts, 8)).toEqual({ share: 1, source: 'assumed' });
    expect(cpuShare(sampled(0.4, MODULE, 'thread'), 8)).toEqual({ share: 1, source: 'assumed' });
  });
});

describe('cores that workers had', () => {
  it('are all of them where the workers had what they wanted', () => {
    expect(coresHad(sampled(0.49, SUMS), 2)).toEqual({ cores: 2, ofItsOwn: 1 });
    expect(coresHad(sampled(0.97, SUMS), 8)).toEqual({ cores: 8, ofItsOwn: 1 });
  });

  it('are fewer where they wanted all, and other programs had the rest', () => {
    const { cores, ofItsOwn } = coresHad(sampled(0.25, SUMS), 2);
    expect(cores).toBeCloseTo(1, 1);
    expect(ofItsOwn).toBeCloseTo(0.5, 1);
  });

  it('are not known where they did not want all', () => {
    const { cores, ofItsOwn } = coresHad(sampled(0.5, SUMS), 8);
    expect(cores).toBe(8);
    expect(ofItsOwn).toBeCloseTo(0.5, 1);
  });

  it('are not told by samples of threads, or by none', () => {
    expect(coresHad(sampled(0.25, SUMS, 'thread'), 2).cores).toBe(2);
    const facts = sampled(0.25, SUMS);
    facts.data.sampleAt.length = 0;
    expect(coresHad(facts, 2)).toEqual({ cores: 2, ofItsOwn: 1 });
  });

  it('are had again: the run itself is replayed to what it took, and one worker is slowed by nobody', () => {
    const made = drive(forecastOf(sampled(0.25, SUMS), 2));
    expect(Math.abs(made.replayNs / made.wallNs - 1)).toBeLessThan(0.05);
    // Four workers had one core together: one by itself has it, too.
    const one = made.byWorkers.find(({ processes }) => processes === 1)?.wallNs ?? 0;
    expect(one / made.wallNs).toBeCloseTo(1, 1);
    expect(made.cautions.join(' ')).toMatch(/other programs had the rest/);
  });

  it('are no matter to tasks that wait', () => {
    const made = drive(forecastOf(sampled(0.25, SLEEP), 2));
    expect(made.run.config.cores).toBe(2);
    expect(made.cautions).toEqual([]);
  });
});
