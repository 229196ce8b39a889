import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createConnection, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EchoServer } from '../../../../src/main/run/echo-server';
import { EchoState } from '../../../../src/main/run/echo-state';

const servers: EchoServer[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listening(delayMs = 0): Promise<{ server: EchoServer; port: number }> {
  const server = new EchoServer(delayMs);
  servers.push(server);
  return { server, port: await server.listen() };
}

function connect(port: number, text: string): Socket {
  const socket = createConnection({ host: '127.0.0.1', port });
  sockets.push(socket);
  socket.write(text);
  return socket;
}

describe('the echo server', () => {
  it('answers each line of those who know the token', async () => {
    const { server, port } = await listening();
    const lines: string[] = [];
    const reader = createInterface({ input: connect(port, `${server.token}\none\ntwo\n`) });
    await new Promise<void>((resolve) => reader.on('line', (line) => lines.push(line) === 2 && resolve()));
    expect(lines).toEqual(['one', 'two']);
  });

  it.each([
    ['do not know it', () => 'something\n'],
    ['guess on', (token: string) => `something\n${token}\none\n`],
    ['never end their line', () => 'x'.repeat(2000)],
  ])('hangs up on those who %s', async (_, text) => {
    const { server, port } = await listening();
    const socket = connect(port, text(server.token));
    const heard = vi.fn();
    socket.on('data', heard);
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('close', resolve));
    expect(heard).not.toHaveBeenCalled();
  });

  it('goes on where the operating system has no file left for one more', async () => {
    const { server, port } = await listening();
    const inner = Reflect.get(server, 'server') as Server;
    for (let time = 0; time < 3; time++) inner.emit('error', new Error('accept EMFILE'));
    const [answer] = await once(connect(port, `${server.token}\nstill\n`), 'data');
    expect(String(answer)).toBe('still\n');
  });

  it('is gone with whoever still waits when it is closed', async () => {
    const { server, port } = await listening(60_000);
    const socket = connect(port, `${server.token}\none\n`);
    await once(Reflect.get(server, 'server') as Server, 'connection');
    socket.on('error', () => undefined);
    const gone = new Promise((resolve) => socket.once('close', resolve));
    server.close();
    await gone;
    await expect(once(createConnection({ host: '127.0.0.1', port }), 'connect')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('what tasks read and whom they talk to', () => {
  afterEach(() => vi.unstubAllEnvs());
  const params = { fileKb: 2, echoes: 1, delayMs: 0, passes: 0 } as never;

  it('is there once it was made, for this user alone, and gone when it is let go', async () => {
    const state = new EchoState(params, 1);
    await state.make();
    const { file, port } = state.place;
    expect(statSync(file).size).toBe(2048);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(port).toBeGreaterThan(0);
    state.release();
    expect(existsSync(file)).toBe(false);
  });

  it('is refused in a sentence where the file cannot be made, and nothing is left', async () => {
    vi.stubEnv(process.platform === 'win32' ? 'TEMP' : 'TMPDIR', join(import.meta.dirname, 'no-such-folder'));
    const state = new EchoState(params, 1);
    await expect(state.make()).rejects.toThrow(
      `${state.place.file}: the file that tasks read could not be made (its folder does not exist)`,
    );
    state.release();
  });
});
