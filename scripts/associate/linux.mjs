/**
 * Linux and BSD: a MIME type, an application and its icon in the user's own data folder, as the specifications of
 * freedesktop.org have it (shared-mime-info, Desktop Entry, Icon Theme). Nothing outside that folder is touched.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { inProject } from '../lib/paths.mjs';

const TYPE = 'application/x-poolscope';

const MIME = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${TYPE}">
    <comment>Poolscope session</comment>
    <icon name="poolscope"/>
    <glob pattern="*.poolscope"/>
  </mime-type>
</mime-info>
`;

/** @param {readonly string[]} command */
const entry = (command) => `[Desktop Entry]
Type=Application
Name=Poolscope
Comment=Shows what a process pool really does
Exec=${command.map(quoted).join(' ')} %f
Icon=poolscope
Terminal=false
Categories=Development;Education;
MimeType=${TYPE};
`;

/**
 * An argument of an Exec key: quoted, then escaped once more as every string of a desktop entry is.
 * @param {string} argument @returns {string}
 */
export function quoted(argument) {
  const inQuotes = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return `"${inQuotes}"`.replaceAll('\\', '\\\\');
}

function places() {
  const given = process.env.XDG_DATA_HOME;
  // A relative path is to be ignored, the specification says.
  const data = given !== undefined && isAbsolute(given) ? given : join(homedir(), '.local', 'share');
  return {
    mime: join(data, 'mime'),
    applications: join(data, 'applications'),
    type: join(data, 'mime', 'packages', 'poolscope.xml'),
    desktop: join(data, 'applications', 'poolscope.desktop'),
    icon: join(data, 'icons', 'hicolor', '512x512', 'apps', 'poolscope.png'),
  };
}

/** Tells the desktop. @param {{ mime: string, applications: string }} folders @returns {string} what could not be run */
function refresh({ mime, applications }) {
  const missing = [
    ['update-mime-database', mime],
    ['update-desktop-database', applications],
  ].flatMap(([command = '', folder = '']) => {
    const { status } = spawnSync(command, [folder], { stdio: 'ignore' });
    return status === 0 ? [] : [`${command} ${folder}`];
  });
  return missing.length === 0 ? '' : ` Your desktop knows once this has run: ${missing.join('; ')}`;
}

export const linux = {
  add() {
    const { type, desktop, icon, ...folders } = places();
    for (const path of [type, desktop, icon]) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(type, MIME);
    // By its full path: a desktop does not know the node of a shell's own.
    writeFileSync(desktop, entry([process.execPath, inProject('bin', 'poolscope')]));
    copyFileSync(inProject('resources', 'icon.png'), icon);
    return `Session files (.poolscope) open in Poolscope.${refresh(folders)}`;
  },
  remove() {
    const { type, desktop, icon, ...folders } = places();
    for (const path of [type, desktop, icon]) rmSync(path, { force: true });
    return `Session files are no longer opened by Poolscope.${refresh(folders)}`;
  },
};
