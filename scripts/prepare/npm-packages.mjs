/** Installs the npm packages when the lockfile asks for it, and only then. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, ROOT } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

const stamp = inProject('node_modules', '.poolscope-lock');

export async function installPackages() {
  const lockfile = readFileSync(inProject('package-lock.json'), 'utf8');
  const before = noted();
  // The stamp spares comparing the versions; that each package is still there is looked at every time.
  const isStamped = before !== null && existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(lockfile, before);
  if (before !== null && (isStamped || isInstalled(lockfile, before)) && isOnDisk(before, ROOT)) {
    if (!isStamped) writeFileSync(stamp, stampOf(lockfile, before));
    return;
  }
  rmSync(stamp, { force: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Where NODE_ENV says "production" npm would leave out Electron itself.
  await run('Installing npm packages', npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
  });
  writeFileSync(stamp, stampOf(lockfile, noted() ?? ''));
}

/** What npm noted of its last install, which it does at the end of it. */
function noted() {
  const hidden = inProject('node_modules', '.package-lock.json');
  return existsSync(hidden) ? readFileSync(hidden, 'utf8') : null;
}

/** Of both: `npm prune` leaves the lockfile as it is. @param {string} lockfile @param {string} installed */
export function stampOf(lockfile, installed) {
  return createHash('sha256').update(lockfile).update('\0').update(installed).digest('hex');
}

/** Whether what npm noted is really there. @param {string} installed @param {string} root */
export function isOnDisk(installed, root) {
  return Object.keys(JSON.parse(installed).packages ?? {}).every((path) =>
    existsSync(join(root, path, 'package.json')),
  );
}

/**
 * Whether what npm noted of its last install is what the lockfile wants. npm notes only what it installed: packages for
 * other systems are missing there.
 * @param {string} lockfile text of package-lock.json
 * @param {string} installed text of node_modules/.package-lock.json
 */
export function isInstalled(lockfile, installed) {
  /** @type {Record<string, { version?: string, optional?: boolean }>} */
  const wanted = JSON.parse(lockfile).packages ?? {};
  /** @type {Record<string, { version?: string }>} */
  const found = JSON.parse(installed).packages ?? {};
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || found[path]?.version === version || (optional === true && found[path] === undefined),
  );
}
