/** The line of an experiment's process to main: it runs as a utility process, or as a forked one in tests. */
import { stopAtExit } from './stop-at-exit';

export interface ProcessPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  exit(): void;
}

interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** @throws Error when it was started on its own */
export function openProcessPort(): ProcessPort {
  const utility = (process as { parentPort?: UtilityPort }).parentPort;
  if (utility !== undefined) {
    const exit = stopAtExit();
    return {
      post: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data }) => listener(data)),
      exit: () => exit(0),
    };
  }
  if (process.send === undefined) throw new Error('This file is a process of an experiment; Poolscope starts it.');
  const send = process.send.bind(process);
  process.on('disconnect', () => process.exit(0));
  return {
    post: (message) => send(message),
    onMessage: (listener) => process.on('message', listener),
    exit: () => process.disconnect(),
  };
}
