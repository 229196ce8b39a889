import { describe, expect, it } from 'vitest';
import { complete } from '../../../../../src/renderer/derive/search/complete';
import { parseQuery } from '../../../../../src/renderer/derive/search/parse-query';

const KNOWN = { pids: [4711, 4712, 5000], errors: ['ValueError', 'ZeroDivisionError'] };
/** The options at the caret, which stands at the bar or at the end. */
function options(typed: string): string[] {
  const caret = typed.includes('|') ? typed.indexOf('|') : typed.length;
  return complete(typed.replace('|', ''), caret, KNOWN).options.map(({ text }) => text);
}

describe('completions', () => {
  it('offer fields and states that begin with what is typed', () => {
    expect(options('fl')).toEqual(['flight>', 'flight-args>', 'flight-result>']);
    expect(options('fai')).toEqual(['failed']);
    expect(options('pi')).toEqual(['pid:']);
    expect(options('run>10ms re')).toEqual(['result>', 'retried']);
    expect(options('-fa')).toEqual(['failed']);
    expect(options('FA')).toEqual(['failed']);
    expect(options('dumps-r')).toEqual(['dumps-result>']);
  });

  it('offer the values that the run has', () => {
    expect(options('pid:47')).toEqual(['4711', '4712']);
    expect(options('pid:')).toEqual(['4711', '4712', '5000']);
    expect(options('-error:')).toEqual(['ValueError', 'ZeroDivisionError']);
    expect(options('error:Zero')).toEqual(['ZeroDivisionError']);
    expect(options('in:q')).toEqual(['queue']);
    expect(options('state:l')).toEqual(['lost']);
  });

  it('offer nothing where nothing is typed, nothing is known, or all is', () => {
    for (const typed of ['', 'failed ', 'failed', 'run>10', 'task:1', 'xyz', 'fa|iled'])
      expect(options(typed), typed).toEqual([]);
  });

  it('replace the word at the caret', () => {
    const { from, to } = complete('failed pid:47 lost', 13, KNOWN);
    expect([from, to]).toEqual([11, 13]);
  });

  it('are understood, once a value follows where one must', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      for (const text of options(letter)) {
        const whole = text.endsWith('>') ? `${text}1${/^(?:args|result|bytes)/.test(text) ? 'KB' : 'ms'}` : `${text}1`;
        const finished = /[:>]$/.test(text) ? whole.replace('in:1', 'in:run') : text.replace(/^(?:or|not) $/, 'failed');
        const { problem } = parseQuery(finished.replace('at:1', 'at:1s'));
        expect(problem, finished).toBeNull();
      }
    }
  });
});
