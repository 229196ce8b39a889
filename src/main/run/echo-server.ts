/**
 * A server that answers each line with the same line after a while: what tasks wait for. It is there for one run, listens
 * on 127.0.0.1 alone, and serves only those who say the run's token first.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';

/** Nobody of ours sends longer lines. */
const LONGEST_LINE = 1024;

export class EchoServer {
  readonly token = randomBytes(16).toString('hex');
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly timers = new Set<NodeJS.Timeout>();

  /** @param delayMs how long each answer takes */
  constructor(private readonly delayMs: number) {
    this.server = createServer({ noDelay: true }, (socket) => this.serve(socket));
    // Whom it cannot take, having too many files open, gets no answer; the others still do.
    this.server.on('error', () => undefined);
  }

  /** @returns its port @throws Error in one sentence when it cannot listen */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error) =>
        reject(new Error(`The echo server could not listen on 127.0.0.1: ${error.message}`)),
      );
      this.server.listen({ host: '127.0.0.1', port: 0 }, () => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  }

  /** Nobody can connect any more, and nobody is. */
  close(): void {
    this.server.close();
    for (const timer of this.timers) clearTimeout(timer);
    for (const socket of this.sockets) socket.destroy();
  }

  private serve(socket: Socket): void {
    let known = false;
    let rest = '';
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // One that breaks off is gone; its task says so.
    socket.on('error', () => socket.destroy());
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (known) this.answer(socket, line);
        else if (line === this.token) known = true;
        else {
          socket.destroy();
          return;
        }
      }
      if (rest.length > LONGEST_LINE) socket.destroy();
    });
  }

  private answer(socket: Socket, line: string): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (socket.writable) socket.write(`${line}\n`);
    }, this.delayMs);
    this.timers.add(timer);
  }
}
