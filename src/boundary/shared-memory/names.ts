/** Names of what is shared: they tell which process made it, so that what a killed one left behind is known. */
import { randomBytes } from 'node:crypto';

const PREFIX = '/poolscope-';
/** macOS takes no more than 30 characters. */
const NAME = /^\/poolscope-([0-9a-z]{1,7})-[0-9a-f]{8}$/;

/** A name that nobody else has. */
export function sharedName(pid = process.pid): string {
  return `${PREFIX}${pid.toString(36)}-${randomBytes(4).toString('hex')}`;
}

/** PID of the process that gave the name; null: it is none of ours. */
export function makerOf(name: string): number | null {
  const [, pid] = NAME.exec(name) ?? [];
  return pid === undefined ? null : Number.parseInt(pid, 36);
}
