import { describe, expect, it } from 'vitest';
import { suggestChapters } from '../../../../../src/renderer/derive/suggest-chapters/suggest-chapters';
import { noFacts } from '../../../../../src/renderer/store/facts';
import { chapterSchema } from '../../../../../src/shared/annotations';
import { makeFacts } from '../../../../fixtures/make-run';

const RUN = { tasks: 64, workers: 4, chunksize: 4, meanNs: 20e6 } as const;
const titles = (options: Parameters<typeof makeFacts>[0]): string[] =>
  suggestChapters(makeFacts(options)).map(({ title }) => title);

describe('suggested chapters', () => {
  it('are none before a run', () => {
    expect(suggestChapters(noFacts())).toEqual([]);
  });

  it('tell a run from its boot to its return, by time', () => {
    const all = suggestChapters(makeFacts(RUN));
    expect(all.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['The workers boot', 'The call: map', 'The first result', 'The longest task']),
    );
    expect(all[0]?.title).toBe('The workers boot');
    expect(all.at(-1)?.title).toBe('The call returns');
    const times = all.map(({ atNs }) => atNs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('are the same for the same run', () => {
    expect(suggestChapters(makeFacts(RUN))).toEqual(suggestChapters(makeFacts(RUN)));
  });

  it('stand at the moments that they tell of', () => {
    const facts = makeFacts(RUN);
    const { columns, length } = facts.data.table;
    const all = suggestChapters(facts);
    const at = (title: string): number => all.find((one) => one.title === title)?.atNs ?? Number.NaN;
    const rows = Array.from({ length }, (_, row) => row);
    const ran = (row: number): number => (columns.runEnd[row] ?? 0) - (columns.runBegin[row] ?? 0);
    const longest = rows.reduce((best, row) => (ran(row) > ran(best) ? row : best), 0);
    expect(at('The call: map')).toBe(facts.calledAt);
    expect(at('The first result')).toBe(Math.min(...columns.completed.subarray(0, length)));
    expect(at('The longest task')).toBe(columns.runBegin[longest]);
    expect(at('The call returns')).toBe(facts.ended?.at);
  });

  it('have figures with units, and fit into a file', () => {
    for (const chapter of suggestChapters(makeFacts({ ...RUN, failEvery: 10, crash: 1 }))) {
      expect(chapterSchema.parse(chapter)).toEqual(chapter);
      expect(chapter.caption).not.toMatch(/NaN|undefined|null|–/);
      expect(chapter.caption).toMatch(/\d.*\.$/);
    }
  });

  it('name a worker that died, what it lost, and a task that failed', () => {
    const facts = makeFacts({ ...RUN, failEvery: 10, crash: 1 });
    const all = suggestChapters(facts);
    const crash = facts.data.workers.find((worker) => worker.exit?.kind === 'crashed');
    expect(all.find(({ title }) => title === 'A worker dies')).toMatchObject({ atNs: crash?.exit?.at });
    expect(all.find(({ title }) => title === 'A worker dies')?.caption).toContain(`PID ${crash?.pid}`);
    expect(all.find(({ title }) => title === 'A task fails')?.caption).toContain(
      `In all ${facts.ended?.summary.tasks.failed} tasks failed.`,
    );
  });

  it('leave out what did not happen', () => {
    expect(titles(RUN)).not.toContain('A worker dies');
    expect(titles(RUN)).not.toContain('A task fails');
    expect(titles({ ...RUN, tasks: 2 })).not.toContain('The longest task');
  });

  it('of a run under way tell what is known', () => {
    const all = titles({ ...RUN, batchNs: 60e6, stopAfter: 3 });
    expect(all).toContain('The call: map');
    expect(all).not.toContain('The call returns');
  });

  it('pause where there is something to talk about, but not at the very begin', () => {
    expect(suggestChapters(makeFacts(RUN)).map(({ pause }) => pause)[0]).toBe(false);
    expect(suggestChapters(makeFacts(RUN)).slice(1)).toSatisfy((rest: { pause: boolean }[]) =>
      rest.every(({ pause }) => pause),
    );
  });
});
