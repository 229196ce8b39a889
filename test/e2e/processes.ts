/** What the operating system says about processes. */
import { execFileSync } from 'node:child_process';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** Dead, and only kept until its parent has asked how it ended. */
function isZombie(pid: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .startsWith('Z');
  } catch {
    return true;
  }
}

/** The processes below one, children of children too. */
export function descendants(pid: number): number[] {
  if (process.platform === 'win32') return [];
  const children = new Map<number, number[]>();
  for (const line of execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')) {
    const [child = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const found: number[] = [];
  const visit = (parent: number): void => {
    for (const child of children.get(parent) ?? []) {
      found.push(child);
      visit(child);
    }
  };
  visit(pid);
  return found;
}

/** Processor time that a process has used, in whole seconds; 0 for one that is gone. */
export function processorSeconds(pid: number): number {
  try {
    const [minutes = '0', seconds = '0'] = execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(':')
      .slice(-2);
    return Number(minutes) * 60 + Number(seconds);
  } catch {
    return 0;
  }
}

/** Resolves when none of them is alive; rejects after `withinMs`. */
export async function allGone(pids: readonly number[], withinMs = 5000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (let left = pids.filter(isAlive); left.length > 0; left = pids.filter(isAlive)) {
    if (Date.now() > deadline) throw new Error(`still alive after ${withinMs} ms: ${left.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
