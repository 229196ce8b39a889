import { describe, expect, test } from 'vitest';
import { dataNote, dataTrouble } from '../../../src/shared/data-trouble';

const session = { own: true, isSession: true, tasks: 8 };
const ownTrace = { own: true, isSession: false, tasks: 8 };
const viztracer = { own: false, isSession: false, tasks: 8 };
const foreign = { own: false, isSession: false, tasks: 0 };

describe('a run as data', () => {
  test('of a session there is every kind, without tasks, too', () => {
    for (const tasks of [0, 8]) {
      for (const format of ['trace', 'csv', 'html'] as const) {
        expect(dataTrouble(format, { ...session, tasks })).toBeNull();
        expect(dataNote(format, session)).toBeNull();
      }
    }
  });

  test('of a trace there is no page', () => {
    expect(dataTrouble('html', ownTrace)).toBe('a page holds a session, and this run comes from a trace');
    expect(dataTrouble('csv', ownTrace)).toBeNull();
    expect(dataTrouble('trace', ownTrace)).toBeNull();
  });

  test('of a trace of another tool there are the tasks that were found, and the trace says what it leaves out', () => {
    expect(dataTrouble('csv', viztracer)).toBeNull();
    expect(dataTrouble('trace', viztracer)).toBeNull();
    expect(dataNote('trace', viztracer)).toMatch(/^The trace holds the tasks that were found, and nothing else/);
    expect(dataTrouble('csv', foreign)).toMatch(/no task was found in this trace$/);
    expect(dataTrouble('trace', foreign)).toMatch(/no task was found in it/);
  });
});
