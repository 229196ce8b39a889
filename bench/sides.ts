/** The sides that take part: started when a row first needs them, all ended with the bench. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { headlessElectron } from '../scripts/launch/headless-electron.mjs';
import { SideProcess } from './side-process';
import type { Runtime } from './sides/protocol';

/** What the machine sets for Node alone would be a burden on its sides only: more certificates slow every boot down. */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...sideEnv } = process.env;

export class Sides {
  private readonly started = new Map<Runtime, Promise<SideProcess>>();

  /**
   * @param built folder with the built bench
   * @param root folder of the project
   */
  constructor(
    private readonly built: string,
    private readonly root: string,
  ) {}

  /** @throws Error when the runtime is missing or cannot be started; then it is so for the rest of the bench */
  get(runtime: Runtime): Promise<SideProcess> {
    let side = this.started.get(runtime);
    if (side === undefined) {
      side = this.start(runtime);
      this.started.set(runtime, side);
    }
    return side;
  }

  async versions(): Promise<Record<string, string>> {
    return Object.assign({}, ...(await this.running()).map(({ versions }) => versions));
  }

  /** A row is over. */
  async close(): Promise<void> {
    await Promise.allSettled((await this.running()).map((side) => side.ask({ measure: 'close' })));
  }

  async end(): Promise<void> {
    await Promise.all((await this.running()).map((side) => side.end()));
  }

  private async running(): Promise<SideProcess[]> {
    const settled = await Promise.allSettled(this.started.values());
    return settled.flatMap((side) => (side.status === 'fulfilled' ? side.value : []));
  }

  private async start(runtime: Runtime): Promise<SideProcess> {
    if (runtime === 'python') {
      const python = findPython();
      if (python === undefined) throw new Error('no Python 3 on this machine');
      const script = join(this.root, 'bench', 'sides', 'python.py');
      return SideProcess.start(spawn(python, [script], { env: sideEnv, stdio: ['pipe', 'pipe', 'inherit'] }));
    }
    const { file, args } =
      runtime === 'node'
        ? { file: process.execPath, args: [join(this.built, 'node.js')] }
        : headlessElectron(this.built);
    return SideProcess.start(spawn(file, args, { env: sideEnv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  }
}

function findPython(): string | undefined {
  return ['python3', 'python'].find((command) => {
    return spawnSync(command, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
  });
}
