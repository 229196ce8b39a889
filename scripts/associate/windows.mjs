/** Windows: keys of the current user only, so that no rights of an administrator are needed. */
import { spawnSync } from 'node:child_process';
import { Trouble } from '../lib/console.mjs';
import { inProject } from '../lib/paths.mjs';

const CLASSES = 'HKCU\\Software\\Classes';
const SESSION = `${CLASSES}\\Poolscope.session`;

/**
 * Arguments of reg.exe, a call each.
 * @param {string} node @param {string} bin
 */
export const additions = (node, bin) => [
  ['add', SESSION, '/ve', '/d', 'Poolscope session', '/f'],
  ['add', `${SESSION}\\shell\\open\\command`, '/ve', '/d', `"${node}" "${bin}" "%1"`, '/f'],
  ['add', `${CLASSES}\\.poolscope`, '/ve', '/d', 'Poolscope.session', '/f'],
];

export const removals = () => [
  ['delete', `${CLASSES}\\.poolscope`, '/f'],
  ['delete', SESSION, '/f'],
];

/** @param {readonly string[]} args */
function reg(args) {
  const { status, error, stderr } = spawnSync('reg.exe', [...args], { encoding: 'utf8', windowsHide: true });
  if (error !== undefined) throw error;
  return { ok: status === 0, stderr };
}

export const windows = {
  add() {
    for (const args of additions(process.execPath, inProject('bin', 'poolscope'))) {
      const { ok, stderr } = reg(args);
      if (!ok) throw new Trouble(`reg.exe ${args[0]} ${args[1]}: ${stderr.trim()}`);
    }
    return 'Session files (.poolscope) open in Poolscope.';
  },
  remove() {
    // A key that is not there is as good as one that is removed.
    for (const args of removals()) reg(args);
    return 'Session files are no longer opened by Poolscope.';
  },
};
