/** What tasks of `read-and-echo` read and whom they talk to: a file with seeded bytes and a server, there for one run. */
import { writeFile } from 'node:fs/promises';
import { diskFile, removeQuietly } from '../../boundary/temporary-file';
import { seededRandom } from '../../shared/random';
import type { EchoPlace } from '../../shared/worker-protocol';
import type { WorkloadParams } from '../../shared/workloads';
import { reasonOf } from '../export/write-file';
import { EchoServer } from './echo-server';

export class EchoState {
  /** As workers are told of it; the port is 0 until the server listens. */
  place: EchoPlace;
  private readonly server: EchoServer;

  constructor(
    private readonly params: WorkloadParams<'read-and-echo'>,
    private readonly seed: number,
  ) {
    this.server = new EchoServer(params.delayMs);
    this.place = { file: diskFile('read'), port: 0, token: this.server.token };
  }

  /** @throws Error in one sentence */
  async make(): Promise<void> {
    const { file } = this.place;
    try {
      await writeFile(file, fileBytes(this.params.fileKb, this.seed), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      throw new Error(`${file}: the file that tasks read could not be made (${reasonOf(error)})`);
    }
    this.place = { ...this.place, port: await this.server.listen() };
  }

  release(): void {
    this.server.close();
    removeQuietly(this.place.file);
  }
}

/** The same for a seed on every machine. */
export function fileBytes(fileKb: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const bytes = new Uint8Array(fileKb * 1024);
  for (let at = 0; at < bytes.length; at++) bytes[at] = random() * 256;
  return bytes;
}
