/** A side as the bench sees it: a process that is asked one thing at a time. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Reply, Request } from './sides/protocol';

/** Longer than any measurement takes; a side that is silent for so long has failed. */
const SILENCE_MS = 25_000;
/** How long a side may take to end its pools. */
const GRACE_MS = 5_000;

export class SideProcess {
  versions: Readonly<Record<string, string>> = {};
  private waiting: ((reply: Reply) => void) | undefined;
  private readonly gone: Promise<void>;
  private ended: string | undefined;

  /** @param child with an IPC channel; or, where it has none, with pipes that carry a JSON value a line */
  private constructor(private readonly child: ChildProcess) {
    if (child.channel) child.on('message', (reply) => this.take(reply as Reply));
    else if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => this.take(JSON.parse(line)));
    // A broken pipe is the side's end, which is reported as such.
    child.stdin?.on('error', () => undefined);
    this.gone = new Promise((resolve) => {
      const end = (why: string): void => {
        this.ended ??= why;
        this.take({ error: this.ended });
        resolve();
      };
      child.on('exit', (code, signal) => end(`its process ended (${signal ?? `exit code ${code}`})`));
      child.on('error', (error) => end(error.message));
    });
  }

  /** Resolves when the side has said its first word. @throws Error when it cannot be started */
  static async start(child: ChildProcess): Promise<SideProcess> {
    const side = new SideProcess(child);
    const reply = await side.next();
    if ('ready' in reply) side.versions = reply.versions;
    else throw new Error('error' in reply ? reply.error : 'it did not start as expected');
    return side;
  }

  /** @throws Error with the side's own reason, or when it is silent for too long */
  async ask(request: Request): Promise<number> {
    if (this.ended !== undefined) throw new Error(this.ended);
    const answer = this.next();
    if (this.child.channel) this.child.send(request);
    else this.child.stdin?.write(`${JSON.stringify(request)}\n`);
    const reply = await answer;
    if ('value' in reply) return reply.value;
    throw new Error('error' in reply ? reply.error : 'it answered out of turn');
  }

  /** Lets the side end its pools and itself; ends it where it does not. */
  async end(): Promise<void> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), GRACE_MS);
    if (this.child.connected) this.child.disconnect();
    this.child.stdin?.end();
    await this.gone;
    clearTimeout(late);
  }

  private next(): Promise<Reply> {
    return new Promise((resolve) => {
      const silence = setTimeout(() => {
        this.ended = `it was silent for ${SILENCE_MS / 1000} s`;
        this.child.kill('SIGKILL');
      }, SILENCE_MS);
      this.waiting = (reply) => {
        clearTimeout(silence);
        resolve(reply);
      };
    });
  }

  private take(reply: Reply): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.(reply);
  }
}
