import { describe, expect, it } from 'vitest';
import { type Forecast, forecastOf } from '../../../../src/renderer/derive/forecast/forecast';
import {
  againstWords,
  bestSentence,
  errorSentence,
  methodSentences,
  pointWords,
  setupWords,
} from '../../../../src/renderer/panels/bottom/forecast/forecast-words';
import { type MakeRunOptions, makeFacts } from '../../../fixtures/make-run';
import { drive } from '../derive/forecast/drive';

const MS = 1e6;
/** Thin spaces are written as plain ones here. */
const plain = (text: string): string => text.replaceAll('\u2009', ' ');
const forecast = (options: MakeRunOptions, cores: number): Forecast => drive(forecastOf(makeFacts(options), cores));

describe('the error of a forecast', () => {
  it('says by how much it was too low or too high, of what was measured', () => {
    expect(plain(errorSentence(412 * MS, 430 * MS))).toBe('Forecast 412 ms, measured 430 ms: 4.2 % too low.');
    expect(plain(errorSentence(600 * MS, 400 * MS))).toBe('Forecast 600 ms, measured 400 ms: 50 % too high.');
  });

  it('makes nothing of less than half a percent', () => {
    expect(plain(errorSentence(401 * MS, 400 * MS))).toBe('Forecast 401 ms, measured 400 ms: within half a percent.');
  });
});

describe('the words of a forecast', () => {
  it('name a set-up', () => {
    expect(setupWords({ processes: 1, chunksize: 1000 })).toBe('1 worker, chunk size 1,000');
    expect(setupWords({ processes: 4, chunksize: 6 })).toBe('4 workers, chunk size 6');
  });

  it('compare two times as people do', () => {
    expect(againstWords(100, 200)).toBe('2.0× as fast');
    expect(againstWords(200, 100)).toBe('2.0× as slow');
    expect(againstWords(100, 104)).toBe('as fast');
  });

  it('name the quickest where it is quicker, and say so where nothing is', () => {
    expect(plain(bestSentence(forecast({ tasks: 64, workers: 1, chunksize: 1 }, 4)))).toMatch(
      /^Quickest: \d+ workers, chunk size \d+, [\d.]+ m?s, [\d.]+× as fast as this run\.$/,
    );
    expect(bestSentence(forecast({ tasks: 2, workers: 2, chunksize: 1 }, 2))).toMatch(/^Nothing here is noticeably/);
  });

  it('tell all of a point: what it is, and that the run was like it', () => {
    const made = forecast({ tasks: 64, workers: 2, chunksize: 4 }, 2);
    const point = made.byWorkers.find(({ measured }) => measured);
    if (point === undefined) throw new Error('The run itself is among the points');
    expect(plain(pointWords(point, made))).toMatch(
      /^2 workers, chunk size 4: forecast .* m?s, as fast,.* this run: measured .* m?s$/,
    );
  });

  it('say how it was made: that workers took turns only where they did, that some chunks stand for all only where they do', () => {
    const turns = methodSentences(forecast({ tasks: 64, workers: 4, chunksize: 1 }, 2)).join(' ');
    expect(turns).toMatch(/^Replays the pool’s rules/);
    expect(turns).toMatch(/Workers took turns on 2 cores/);
    expect(turns).toMatch(/Booting comes before the call/);
    expect(turns).not.toMatch(/stand for all/);
    const many = methodSentences(forecast({ tasks: 30_000, workers: 2, chunksize: 10, meanNs: 1e5 }, 8)).join(' ');
    expect(many).toMatch(/Of more than 20,000 chunks, evenly spaced ones with the same mean stand for all/);
    expect(many).not.toMatch(/took turns/);
  });
});
