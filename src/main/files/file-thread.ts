/**
 * Entry of the thread that reads a file: parses beside main, which has windows and workers to serve, and hands over what
 * it finds no faster than the window takes it.
 */
import { parentPort, type Transferable, workerData } from 'node:worker_threads';
import type { RunEvent } from '../../shared/run-events';
import type { SliceLane } from '../../shared/slices';
import { type FileThreadData, type FromFileThread, isAcknowledged, type ToFileThread } from './file-protocol';
import { readers } from './readers';
import { wholeEvents } from './whole-events';

/** Events on their way to the window: while it takes one, the next is read. */
const MOST_UNDER_WAY = 3;
const TELL_MS = 100;

const { path, format } = workerData as FileThreadData;
let underWay = 0;
let stopped = false;
let wake = (): void => undefined;

function tell(message: FromFileThread, transfer: readonly Transferable[] = []): void {
  parentPort?.postMessage(message, transfer);
}

parentPort?.on('message', (message: ToFileThread) => {
  if (message.type === 'stop') stopped = true;
  else underWay--;
  wake();
});

async function read(): Promise<void> {
  const file = await readers[format](path, (bytes) => tell({ type: 'read', bytes }));
  const timer = setInterval(() => tell({ type: 'read', bytes: file.readBytes() }), TELL_MS);
  try {
    for await (const event of wholeEvents(
      file,
      () => readers[format](path),
      () => stopped,
    )) {
      while (isAcknowledged(event) && underWay >= MOST_UNDER_WAY) await taken();
      if (isAcknowledged(event)) underWay++;
      tell({ type: 'event', event }, buffersOf(event));
    }
    tell({ type: 'finished', bytes: file.readBytes(), trouble: file.trouble() });
  } finally {
    clearInterval(timer);
  }
}

const taken = (): Promise<void> =>
  new Promise((resolve) => {
    wake = resolve;
  });

/** They are copied once, when they leave main: the merger has made them for this message alone. */
function buffersOf(event: RunEvent): ArrayBuffer[] {
  if (event.type === 'slices') return event.lanes.flatMap(buffersOfLane);
  if (event.type !== 'telemetry') return [];
  const { rows, deliveries, callbacks, queue, processes } = event;
  const columns = [...rows.map((change) => change.columns), deliveries, callbacks, queue, processes];
  const buffers = columns.flatMap((part) => Object.values(part).map(({ buffer }) => buffer as ArrayBuffer));
  return [...new Set(buffers)];
}

function buffersOfLane({ rows, begin, end, nameText, category, args }: SliceLane): ArrayBuffer[] {
  return [rows, begin, end, nameText, category, args].map(({ buffer }) => buffer as ArrayBuffer);
}

read()
  .catch((error: unknown) =>
    tell({ type: 'refused', message: error instanceof Error ? error.message : `${path}: ${error}` }),
  )
  .finally(() => parentPort?.close());
