import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { coresIn, encodesH264, onOneCore } from '../../../scripts/launch/one-core.mjs';

describe('a program on one core', () => {
  it('is one that encodes H.264', () => {
    expect(encodesH264(['export', 'a.poolscope', '--format', 'mp4', '--out', 'a.mp4'])).toBe(true);
    expect(encodesH264(['export', 'a.poolscope', '--out', 'a.mp4', '--format=mp4'])).toBe(true);
    expect(encodesH264(['export', 'a.poolscope', '--format', 'webm', '--out', 'mp4'])).toBe(false);
    expect(encodesH264(['run', 'a.json'])).toBe(false);
    expect(encodesH264([])).toBe(false);
  });

  it('is started by taskset, or as it is where there is no choice', () => {
    expect(onOneCore('electron', ['--flag', '.'], 3)).toEqual(['taskset', ['-c', '3', 'electron', '--flag', '.']]);
    expect(onOneCore('electron', ['--flag', '.'], null)).toEqual(['electron', ['--flag', '.']]);
  });

  it('may use the cores that the system lists', () => {
    expect(coresIn('0')).toEqual([0]);
    expect(coresIn('0-2,5')).toEqual([0, 1, 2, 5]);
  });

  it.runIf(process.platform === 'linux')('sees one core, where the system has taskset', () => {
    const [command, args] = onOneCore('sh', ['-c', 'grep Cpus_allowed_list /proc/self/status']);
    const { stdout, status } = spawnSync(command, args, { encoding: 'utf8' });
    expect(status).toBe(0);
    if (command === 'taskset') expect(stdout).toMatch(/:\s*\d+\s*$/);
  });
});
