/** A run as Chrome trace events: it opens in Perfetto, in DevTools and in speedscope. docs/cli.md says what is what. */
import { ChunkSlices } from './chunk-slices';
import { lives } from './lives';
import { callbacks, counters, deliveries } from './moments';
import { names } from './names';
import type { RecordedRun } from './recorded-run';
import type { TraceEvent } from './trace-event';

/**
 * Event by event: a million tasks need no more memory than one. An arrow's end comes after the slice that it is bound to.
 * @param onTasks told which share of the tasks is done, chunk by chunk
 */
export function* chromeTrace(
  run: RecordedRun,
  onTasks: (share: number) => void = () => undefined,
): Generator<TraceEvent> {
  yield* names(run);
  yield* lives(run);
  const { columns, length } = run.data.table;
  const chunks = new ChunkSlices(run);
  for (let first = 0, end = 0; first < length; first = end) {
    while (end < length && columns.chunk[end] === columns.chunk[first]) end++;
    yield* chunks.events(first, end);
    onTasks(end / length);
  }
  yield* deliveries(run);
  yield* callbacks(run);
  yield* counters(run);
}
