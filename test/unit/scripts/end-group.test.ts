import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endGroup, OWN_GROUP } from '../../../scripts/lib/end-group.mjs';
import { isAlive } from '../../../scripts/lib/is-alive.mjs';

/** A program with a child that nobody ends; it tells the child's PID, and then does what `onInterrupt` says. */
function start(onInterrupt: string) {
  const source = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGINT", () => {}); console.log(1); setInterval(() => {}, 1000)']);
    process.on('SIGINT', () => { ${onInterrupt} });
    child.stdout.once('data', () => console.log(child.pid));
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'], ...OWN_GROUP });
}

describe.skipIf(process.platform === 'win32')('a group that is ended', () => {
  it('is given time to tidy up, and then none of it is left', async () => {
    const leader = start('setTimeout(() => process.exit(7), 200)');
    const [child] = await once(leader.stdout, 'data');
    const exit = once(leader, 'exit');
    await endGroup(leader);
    expect(await exit).toEqual([7, null]);
    await expect.poll(() => isAlive(Number(child))).toBe(false);
  });

  it('is killed once it takes too long', async () => {
    const leader = start('');
    const [child] = await once(leader.stdout, 'data');
    const exit = once(leader, 'exit');
    await endGroup(leader, 200);
    expect(await exit).toEqual([null, 'SIGKILL']);
    await expect.poll(() => isAlive(Number(child))).toBe(false);
    await endGroup(leader);
  });
});
