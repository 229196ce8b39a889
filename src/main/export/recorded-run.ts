/** Everything that a run has recorded, for an export. Takes what the hub has not yet given out: for runs without a window. */
import { noRunData, takeBatch } from '../../shared/run-data';
import type { Run } from '../run/run';
import type { RecordedRun } from './chrome-trace/recorded-run';

export function recordedRun(run: Run): RecordedRun {
  const data = noRunData();
  const endedAt = run.clock.now();
  const batch = run.hub?.takeBatch(0, endedAt) ?? null;
  if (batch !== null) takeBatch(data, batch);
  return { scenario: run.scenario.name, mainPid: process.pid, data, endedAt };
}
