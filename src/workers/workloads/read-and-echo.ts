/**
 * Waits for real: reads a file, then asks a server on this machine a few times over TCP, each time waiting for the
 * answer. Then it computes a little. Its waits are awaited by an event loop, and block a worker that has one task.
 */
import { readFile } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { withInterpreter } from '../interpreter-lock';
import type { Workload } from '../workload';

/** @returns checksum of the file over n passes */
export const readAndEcho: Workload<'read-and-echo'> = async (passes, { echoes }, { index, shared }) => {
  if (shared?.echo == null) throw new Error('read-and-echo needs the file and the server of its run');
  const { file, port, token } = shared.echo;
  const bytes = await readFile(file);
  if (echoes > 0) await ask(port, token, `task ${index}`, echoes);
  return withInterpreter(() => checksum(bytes, passes));
};

/** FNV-1a, 32 bits, over all bytes again and again. */
export function checksum(bytes: Uint8Array, passes: number): number {
  let hash = 0x811c9dc5;
  for (let pass = 0; pass < passes; pass++) {
    for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** One connection, `times` questions, each sent when the one before it was answered. */
async function ask(port: number, token: string, question: string, times: number): Promise<void> {
  const socket = createConnection({ host: '127.0.0.1', port, noDelay: true });
  try {
    await talk(socket, token, question, times);
  } catch (error) {
    throw new Error(`The echo server did not answer: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    socket.destroy();
  }
}

function talk(socket: Socket, token: string, question: string, times: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = 0;
    const next = (): void => {
      if (asked === times) resolve();
      else socket.write(`${question}, echo ${++asked}\n`);
    };
    const lines = createInterface({ input: socket });
    lines.on('line', (line) => {
      if (line === `${question}, echo ${asked}`) next();
      else reject(new Error('it said something else'));
    });
    socket.on('error', reject);
    lines.on('error', reject);
    socket.on('close', () => reject(new Error('it closed the connection')));
    socket.write(`${token}\n`);
    next();
  });
}
