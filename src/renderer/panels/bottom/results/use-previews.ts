/** The previews of the run that is shown, and a rendering whenever some have come in. */
import { useSyncExternalStore } from 'react';
import type { Facts } from '../../../store/facts';
import { perRun } from '../per-run';
import { Previews } from './previews';

const previewsOf = perRun(({ started }) => {
  const runId = started?.runId ?? 0;
  const live = started?.source.kind === 'live';
  const previews = new Previews(async (tasks) =>
    // A recording keeps none.
    live ? window.poolscope.call('results:read', { runId, tasks: [...tasks] }) : { ok: true, value: [] },
  );
  return { previews, update: () => undefined };
});

export function usePreviews(facts: Facts): Previews {
  const { previews } = previewsOf(facts);
  useSyncExternalStore(previews.subscribe, () => previews.version);
  return previews;
}
