/** The picture of the run that is shown, and a rendering whenever tiles have been painted. */
import { useEffect, useSyncExternalStore } from 'react';
import type { Facts } from '../../../store/facts';
import { perRun } from '../per-run';
import { Picture } from './picture';
import { tileGrid } from './tile-grid';

const holderOf = perRun((first) => {
  const { started } = first;
  const grid = started === null || started.scenario === null ? null : tileGrid(started.scenario);
  const picture =
    grid === null || started?.source.kind !== 'live'
      ? null
      : new Picture(grid, (tasks) =>
          window.poolscope.call('results:tiles', { runId: started.runId, tasks: [...tasks] }),
        );
  return { picture, update: () => undefined };
});

/** @returns null for a run that computes no picture */
export function usePicture(facts: Facts): Picture | null {
  const { picture } = holderOf(facts);
  useEffect(() => picture?.update(facts), [picture, facts]);
  useSyncExternalStore(
    (listener) => picture?.subscribe(listener) ?? (() => undefined),
    () => picture?.painted ?? 0,
  );
  return picture;
}
