/** Workers' lives: booting as a slice, the end as a moment. */
import { microsBetween, microsOf, type RecordedRun } from './recorded-run';
import { CATEGORY, type TraceEvent, tidOf } from './trace-event';

export function* lives(run: RecordedRun): Generator<TraceEvent> {
  const micros = microsOf(run);
  for (const worker of run.data.workers) {
    if (worker === undefined || worker.pid === null) continue;
    const place = { pid: worker.pid, tid: tidOf(worker.index), cat: CATEGORY };
    const { spawnedAt, exit } = worker;
    const booted = worker.readyAt ?? exit?.at ?? run.endedAt;
    const dur = microsBetween(spawnedAt, booted);
    if (dur > 0) yield { ph: 'X', name: 'boot', ...place, ts: micros(spawnedAt), dur };
    if (exit === null) continue;
    const how = exit.signal ?? (exit.code === null ? '' : `exit code ${exit.code}`);
    yield { ph: 'i', s: 'p', name: exit.kind, ...place, ts: micros(exit.at), args: { how } };
  }
}
