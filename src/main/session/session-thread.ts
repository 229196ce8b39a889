/**
 * Entry of the thread that writes a session file: packs and compresses beside main, and brings to disk what has come
 * each second, so that a crash or a power cut costs no more than that.
 */
import { closeSync, fdatasyncSync, futimesSync, openSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { formatBytes } from '../../shared/format';
import { SessionEncoder } from './session-encoder';
import type { FromWriter, ToWriter, WriterData } from './session-protocol';

const FLUSH_MS = 900;

const { path, header, mostBytes } = workerData as WriterData;
const encoder = new SessionEncoder(header);
let file: number | null = null;
let bytes = 0;
/** The last time that is on disk, and that has come. */
let writtenTo = 0;
let reached = 0;

function tell(message: FromWriter): void {
  parentPort?.postMessage(message);
}

/** @returns whether it worked; after a failure nothing is written any more */
function attempt(deed: (file: number) => void): boolean {
  try {
    file ??= openSync(path, 'w');
    deed(file);
    return true;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    tell({ type: 'failed', code, message, writtenTo });
    stop();
    return false;
  }
}

function write(piece: Uint8Array): void {
  attempt((open) => {
    if (mostBytes !== null && bytes + piece.length > mostBytes) {
      throw new Error(`it would become larger than ${formatBytes(mostBytes)}`);
    }
    for (let done = 0; done < piece.length; ) done += writeSync(open, piece, done);
    if (piece.length > 0) fdatasyncSync(open);
    else touch(open);
    bytes += piece.length;
    writtenTo = reached;
  });
}

/** Another Poolscope takes a file that stays as it is for one that a crash has left. */
function touch(open: number): void {
  try {
    futimesSync(open, new Date(), new Date());
  } catch {
    // Not every file system can; what is recorded matters more.
  }
}

function stop(): void {
  clearInterval(timer);
  parentPort?.close();
}

const timer = setInterval(() => write(encoder.flush()), FLUSH_MS);

parentPort?.on('message', (message: ToWriter) => {
  if (message.type === 'event') {
    encoder.add(message.event);
    if ('at' in message.event) reached = message.event.at;
    return;
  }
  write(encoder.finish());
  if (file !== null && attempt(closeSync)) {
    tell({ type: 'finished', bytes });
    stop();
  }
});
