/** Passes on what a worker prints. Reading it keeps the pipe from filling up, which would block the worker. */
import type { WorkerEvents } from '../pool/worker-handle';

export function pipeOutput(
  streams: { readonly stdout: NodeJS.ReadableStream | null; readonly stderr: NodeJS.ReadableStream | null },
  events: WorkerEvents,
): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = streams[name];
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => events.onOutput(name, text));
    // A broken pipe is the worker's death, which is reported by its exit.
    stream?.on('error', () => undefined);
  }
}
