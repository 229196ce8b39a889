import { describe, expect, it } from 'vitest';
import { matching, recordingText, whenText } from '../../../../src/renderer/recordings/recording-words';
import type { Recording } from '../../../../src/shared/recordings';

const recording = (change: Partial<Recording> = {}): Recording => ({
  id: 'a',
  path: '/a.poolscope',
  title: 'Sum of squares',
  startedAtMs: new Date(2026, 10, 25, 18, 43).getTime(),
  tasks: 1200,
  status: 'completed',
  wallMs: 412,
  bytes: 48 * 1024,
  kept: false,
  note: null,
  pictureRevision: null,
  ...change,
});
const plain = (text: string): string => text.replace(/\s/gu, ' ');

describe('what a list says of a recording', () => {
  it('is wall time, tasks, how it went and size', () => {
    expect(plain(recordingText(recording()))).toBe('wall 412 ms · 1,200 tasks · finished · 48.0 KB');
    expect(plain(recordingText(recording({ wallMs: null, tasks: 1, status: 'unfinished' })))).toBe(
      '1 task · cut off · 48.0 KB',
    );
  });
});

describe('searching recordings', () => {
  const all = [
    recording({ id: '1' }),
    recording({ id: '2', title: 'Uneven tasks', status: 'killed', kept: true }),
    recording({ id: '3', title: 'Uneven', note: 'Recovered. Ends at 3 s' }),
  ];
  const found = (query: string): string[] => matching(all, query).map(({ id }) => id);

  it('finds every word wherever it stands, in the order of the list', () => {
    expect(found('')).toEqual(['1', '2', '3']);
    expect(found('  uneven ')).toEqual(['2', '3']);
    expect(found('UNEVEN killed')).toEqual(['2']);
    expect(found('recovered')).toEqual(['3']);
    expect(found('kept')).toEqual(['2']);
    expect(found(whenText(recording()))).toEqual(['1', '2', '3']);
    expect(found('nothing of it')).toEqual([]);
  });
});
