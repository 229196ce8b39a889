/** The raw utility process: sends back what it is sent, and nothing else. The floor that Electron itself sets. */

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as unknown as { parentPort: ParentPort };
parentPort.on('message', ({ data }) => parentPort.postMessage(data));
