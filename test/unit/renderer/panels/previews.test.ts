import { describe, expect, it, vi } from 'vitest';
import { MOST_PER_CALL, Previews } from '../../../../src/renderer/panels/bottom/results/previews';
import type { Answer, ResultPreview } from '../../../../src/shared/ipc';

const previewOf = (task: number): ResultPreview => ({ task, kind: 'value', text: `value ${task}` });
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

function makePreviews(mostKept?: number) {
  const calls: number[][] = [];
  const fetch = vi.fn(async (tasks: readonly number[]): Promise<Answer<readonly ResultPreview[]>> => {
    calls.push([...tasks]);
    return { ok: true, value: tasks.map(previewOf) };
  });
  return { previews: new Previews(fetch, mostKept), calls };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('previews of results', () => {
  it('are fetched once, however often they are looked at', async () => {
    const { previews, calls } = makePreviews();
    previews.want([3, 4]);
    await settled();
    previews.want([3, 4, 5]);
    await settled();
    expect(calls).toEqual([[3, 4], [5]]);
    expect(previews.get(4)?.text).toBe('value 4');
  });

  it('tell whoever listens that some have come in', async () => {
    const { previews } = makePreviews();
    const listener = vi.fn();
    const end = previews.subscribe(listener);
    previews.want([1]);
    await settled();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(previews.version).toBe(1);
    end();
    previews.want([2]);
    await settled();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('are asked for in calls that the contract allows', async () => {
    const { previews, calls } = makePreviews();
    previews.want(range(0, MOST_PER_CALL + 20));
    await settled();
    expect(calls.map((tasks) => tasks.length)).toEqual([MOST_PER_CALL, 20]);
  });

  it('are not asked for once they have been scrolled out of sight', async () => {
    const { previews, calls } = makePreviews();
    previews.want([1]);
    // While the first call is under way the person scrolls past 2 and stops at 900.
    previews.want([2]);
    previews.want([900]);
    await settled();
    expect(calls).toEqual([[1], [900]]);
  });

  it('forget the oldest when there are too many, and fetch them again', async () => {
    const { previews, calls } = makePreviews(10);
    previews.want(range(0, 10));
    await settled();
    previews.want(range(10, 15));
    await settled();
    expect(previews.get(0)).toBeUndefined();
    expect(previews.get(14)).toBeDefined();
    previews.want([0]);
    await settled();
    expect(calls.at(-1)).toEqual([0]);
  });

  it('do not ask again and again for a run that is no longer kept', async () => {
    const fetch = vi.fn(async () => ({ ok: false, message: 'Run 1 is no longer kept.' }) as const);
    const previews = new Previews(fetch);
    previews.want([1]);
    await settled();
    previews.want([1]);
    await settled();
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
