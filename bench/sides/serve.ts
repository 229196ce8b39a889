/** The loop of a side written in JavaScript: answers one request at a time and ends with the bench. */
import type { Reply, Request } from './protocol';

export interface Side {
  measure(request: Exclude<Request, { measure: 'close' }>): Promise<number>;
  /** Ends the pools of the row that is over. */
  close(): Promise<void>;
}

/** @param exit ends this process */
export function serve(side: Side, exit: () => void): void {
  const reply = (message: Reply): void => void process.send?.(message);
  process.on('message', (request: Request) => {
    answer(side, request).then(
      (value) => reply({ value }),
      (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
  // The bench is gone or done: pools are ended here, for some of them would outlive this process.
  process.on('disconnect', () => void side.close().finally(exit));
  const { node = '', electron } = process.versions;
  reply({ ready: true, versions: electron === undefined ? { node } : { electron, electronNode: node } });
}

async function answer(side: Side, request: Request): Promise<number> {
  if (request.measure !== 'close') return side.measure(request);
  await side.close();
  return 0;
}
