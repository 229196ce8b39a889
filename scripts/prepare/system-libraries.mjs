/** The system libraries that Electron needs on Linux: finds what is missing, installs it where that is possible. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say, Trouble } from '../lib/console.mjs';
import { run } from '../lib/run.mjs';

/** Debian's package for a library, by the beginning of its file name. Newer releases add `t64` to some. */
const PACKAGES = {
  'libgtk-3': 'libgtk-3-0',
  libgdk: 'libgtk-3-0',
  libnss3: 'libnss3',
  libnssutil3: 'libnss3',
  libsmime3: 'libnss3',
  libnspr4: 'libnspr4',
  libgbm: 'libgbm1',
  libasound: 'libasound2',
  libatk: 'libgtk-3-0',
  'libatk-bridge': 'libgtk-3-0',
  libatspi: 'libgtk-3-0',
  libcairo: 'libgtk-3-0',
  libpango: 'libgtk-3-0',
  libcups: 'libcups2',
  libdrm: 'libdrm2',
  libxkbcommon: 'libxkbcommon0',
  libXcomposite: 'libxcomposite1',
  libXdamage: 'libxdamage1',
  libXfixes: 'libxfixes3',
  libXrandr: 'libxrandr2',
  libXext: 'libxext6',
  libX11: 'libx11-6',
  'libX11-xcb': 'libx11-xcb1',
  libXi: 'libxi6',
  libXrender: 'libxrender1',
  'libxcb.': 'libxcb1',
  'libxcb-dri3': 'libxcb-dri3-0',
  'libwayland-client': 'libwayland-client0',
  libdbus: 'libdbus-1-3',
  libexpat: 'libexpat1',
  libglib: 'libglib2.0-0',
  libgobject: 'libglib2.0-0',
  libgio: 'libglib2.0-0',
  libudev: 'libudev1',
  libgcc_s: 'libgcc-s1',
};

/** What tests need beside Electron, by program. Images of Debian often have no ps. */
const PROGRAMS = { Xvfb: 'xvfb', xauth: 'xauth', ps: 'procps' };

/** @param {string} executable @param {{ xvfb: boolean }} options xvfb: the programs of the tests, too */
export async function installSystemLibraries(executable, { xvfb }) {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries(ldd(executable));
  const programs = xvfb ? Object.entries(PROGRAMS).filter(([program]) => !isOnPath(program)) : [];
  const wanted = [...packagesFor(missing), ...programs.map(([, name]) => name)];
  if (wanted.length === 0) return;
  if (!isOnPath('apt-get')) {
    const names = [...missing, ...programs.map(([program]) => program)];
    throw new Trouble(`This system lacks ${names.join(', ')}; please install them with its package manager.`);
  }
  if (process.getuid?.() !== 0) {
    throw new Trouble(`Please run: sudo apt-get install -y ${knownNames(wanted).join(' ')}`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('Reading the list of Debian packages', 'apt-get', ['update', '-qq'], { env });
  const names = knownNames(wanted);
  await run(
    `Installing ${names.join(' ')}`,
    'apt-get',
    ['install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=120', '--no-install-recommends', ...names],
    {
      env,
    },
  );
  const left = missingLibraries(ldd(executable));
  if (left.length > 0) say(`Still missing after that: ${left.join(', ')}`);
}

/** @param {string} executable */
function ldd(executable) {
  return spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? '';
}

/** Libraries that the loader does not find. @param {string} output of ldd @returns {string[]} */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name = '']) => name);
}

/** @param {readonly string[]} libraries @returns {string[]} each package once */
export function packagesFor(libraries) {
  const names = Object.entries(PACKAGES).sort(([a], [b]) => b.length - a.length);
  const found = libraries.map((library) => names.find(([start]) => library.startsWith(start))?.[1]);
  const unknown = libraries.filter((_, index) => found[index] === undefined);
  if (unknown.length > 0) throw new Trouble(`Electron needs libraries that this system lacks: ${unknown.join(', ')}.`);
  return [...new Set(found.filter((name) => name !== undefined))];
}

/**
 * The names that this release of Debian or Ubuntu has.
 * @param {readonly string[]} names @param {(name: string) => boolean} [isKnown]
 */
export function knownNames(names, isKnown = isInstallable) {
  return names.map((name) => (isKnown(name) || !isKnown(`${name}t64`) ? name : `${name}t64`));
}

/** @param {string} name */
function isInstallable(name) {
  // apt speaks the language of the person.
  const env = { ...process.env, LC_ALL: 'C' };
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env });
  return hasCandidate(stdout ?? '');
}

/** A name without a candidate is one that other packages merely provide. @param {string} policy what apt-cache says */
export function hasCandidate(policy) {
  return /^ *Candidate: (?!\(none\))\S/m.test(policy);
}

/** @param {string} program */
export function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
