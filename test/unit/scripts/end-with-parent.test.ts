import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endWithParent } from '../../../scripts/launch/end-with-parent.mjs';
import { isAlive } from '../../../scripts/lib/is-alive.mjs';

const [offered] = endWithParent('program', []);

describe('a program that is to end with us', () => {
  it('is started as it was given where the system cannot do more', () => {
    expect(endWithParent('/electron', ['--', 'run', 'a.json'], false)).toEqual(['/electron', ['--', 'run', 'a.json']]);
  });

  it('gets its arguments unchanged where the system can', () => {
    const [command, args] = endWithParent('/electron', ['--', '-x'], true);
    expect([command, args.slice(-3)]).toEqual(['setpriv', ['/electron', '--', '-x']]);
  });

  it.skipIf(offered !== 'setpriv')('keeps its status, and ends when its parent is killed', async () => {
    expect(spawnSync(...endWithParent(process.execPath, ['-e', 'process.exit(7)'])).status).toBe(7);
    const given = JSON.stringify(endWithParent('sleep', ['60']));
    const source = `const child = require('node:child_process').spawn(...${given}); console.log(child.pid); setInterval(() => {}, 1000)`;
    const parent = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
    const child = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    // Until setpriv has become the program, it may not have asked the kernel yet.
    await expect.poll(() => readFileSync(`/proc/${child}/comm`, 'utf8').trim()).toBe('sleep');
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(child), { timeout: 5000 }).toBe(false);
  });
});
