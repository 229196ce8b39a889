import { describe, expect, it } from 'vitest';
import { HeaderError, parseHeader } from '../../../../src/shared/session/parse-header';
import { SESSION_VERSION } from '../../../../src/shared/session/session-format';
import { upgradeHeader } from '../../../../src/shared/session/upgrade-header';

const machine = { cores: 2, model: 'Made up', os: 'none', electron: 'none', node: 'none' };
const first = {
  version: 1,
  poolscope: '0.1.0',
  scenario: { version: 1, workload: { name: 'sleep' } },
  tasks: 3,
  chunksize: 1,
  mainPid: 7,
  epochMs: 1.7e12,
  machine,
};

describe('a header of version 1', () => {
  it('becomes one of today, without annotations', () => {
    const header = parseHeader(JSON.stringify(first));
    expect(header).toMatchObject({ version: SESSION_VERSION, tasks: 3, machine });
    expect(header.annotations).toEqual({ notes: [], chapters: [] });
  });

  it('is not changed itself', () => {
    const before = structuredClone(first);
    upgradeHeader(first);
    expect(first).toEqual(before);
  });
});

describe('a header of this version', () => {
  it('keeps its notes and chapters', () => {
    const annotations = {
      notes: [{ atNs: 5, row: 2, text: 'Here' }],
      chapters: [{ atNs: 0, title: 'Start', caption: '', pause: true }],
    };
    expect(parseHeader(JSON.stringify({ ...first, version: 2, annotations })).annotations).toEqual(annotations);
  });

  it('is refused with a place when its notes are none', () => {
    const annotations = { notes: [{ atNs: 'soon', row: null, text: '' }], chapters: [] };
    expect(() => parseHeader(JSON.stringify({ ...first, version: 2, annotations }))).toThrow(
      /^header: annotations\.notes\[0\]\.atNs: expected/,
    );
  });
});

describe('what is no header', () => {
  it.each(['[]', 'null', '1', '"x"', '{}', '{"version":0}', '{"version":"constructor"}', '{"version":-1}'])(
    '%s is refused in a sentence',
    (text) => {
      expect(() => parseHeader(text)).toThrow(HeaderError);
    },
  );

  it('is refused when it is of a version to come', () => {
    expect(() => parseHeader('{"version":99}')).toThrow(
      /^version 99 of the session format; this Poolscope reads up to/,
    );
  });
});
