/** Refuses a Node that is too old, before anything fails for that reason. */
import { Trouble } from '../lib/console.mjs';

const LOWEST = [20, 19];

/** @param {string} [version] */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [lowestMajor = 0, lowestMinor = 0] = LOWEST;
  if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) return;
  throw new Trouble(`Node ${LOWEST.join('.')} or newer is needed, this is ${version}. See https://nodejs.org`);
}
