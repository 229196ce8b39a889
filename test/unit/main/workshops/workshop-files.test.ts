import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkshopFiles } from '../../../../src/main/workshops/workshop-files';
import { type Settings, settingsSchema } from '../../../../src/shared/settings';
import { workshopSchema } from '../../../../src/shared/workshop';

const naps = { version: 1, name: 'Naps', workload: { name: 'sleep' }, input: { items: [1] } };
const text = { title: 'Hello', text: 'Hello.' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-workshops-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, value: unknown): string => writeText(name, JSON.stringify(value));

function writeText(name: string, contents: string): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

/** @param chosen what the person chooses when asked for a name; null: they cancel */
function open(chosen: string | null = null) {
  const settings = { value: settingsSchema.parse({}) as Settings };
  const change = (more: Partial<Settings>): void => {
    settings.value = { ...settings.value, ...more };
  };
  const asked: string[] = [];
  const files = new WorkshopFiles(Object.assign(settings, { change }), async (title) => {
    asked.push(title);
    return chosen;
  });
  return { files, settings, asked };
}

const mine = (...steps: unknown[]) => ({ version: 1, title: 'Mine', steps });

describe('a workshop file', () => {
  it('brings the scenarios that it names, and is remembered', async () => {
    write('naps.json', naps);
    const path = write('mine.json', mine({ scenario: 'naps.json' }, text));
    const { files, settings } = open();
    const file = await files.open({ path });
    expect(file.scenarios['naps.json']?.name).toBe('Naps');
    expect(settings.value.recentFiles).toEqual([path]);
    expect((await files.list()).recent).toEqual([{ source: { path }, title: 'Mine', minutes: 10, steps: 2 }]);
  });

  it('may call a scenario file what every object has', async () => {
    write('constructor', naps);
    write('__proto__', naps);
    const path = write('mine.json', mine({ scenario: 'constructor' }, { scenario: '__proto__' }));
    const { scenarios } = await open().files.open({ path });
    expect(Object.entries(scenarios).map(([name, { name: title }]) => [name, title])).toEqual([
      ['constructor', 'Naps'],
      ['__proto__', 'Naps'],
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'that names a device, or is one, is refused: it might never end',
    async () => {
      const path = write('mine.json', mine({ scenario: '/dev/zero' }));
      await expect(open().files.open({ path })).rejects.toThrow(
        'steps[0].scenario: /dev/zero: this is no regular file',
      );
      await expect(open().files.open({ path: '/dev/zero' })).rejects.toThrow(
        '/dev/zero: expected a workshop, this is no regular file',
      );
    },
  );

  it('that names a scenario which is not there is refused with the step and the path', async () => {
    const path = write('mine.json', mine(text, { scenario: 'gone.json' }));
    await expect(open().files.open({ path })).rejects.toThrow(
      `${path}: steps[1].scenario: ${join(folder, 'gone.json')}: there is no such file`,
    );
  });

  it.each([
    ['is not there', () => join(folder, 'gone.json'), 'there is no such file'],
    ['is cut off', () => writeText('mine.json', '{"steps": ['), 'expected JSON, got the end of the text'],
    ['has a wrong step', () => write('mine.json', mine({ lesson: 'cooking' })), 'steps[0].lesson: expected one of'],
  ])('that %s is refused in a sentence that names it', async (_, made, sentence) => {
    const path = made();
    await expect(open().files.open({ path })).rejects.toThrow(`${path}: ${sentence}`);
  });

  it('that is a workshop no longer is not listed', async () => {
    const path = write('mine.json', mine(text));
    const { files } = open();
    await files.open({ path });
    writeFileSync(path, JSON.stringify(naps));
    expect((await files.list()).recent).toEqual([]);
  });
});

describe('saving', () => {
  it.skipIf(process.platform === 'win32')('takes the place of no pipe or device', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const { files } = open(path);
    const workshop = workshopSchema.parse(mine(text));
    await expect(files.save({ workshop, source: null, as: false })).rejects.toThrow(
      `${path}: cannot be written (it is not a file)`,
    );
    expect(statSync(path).isFIFO()).toBe(true);
  });

  it('writes where it was opened from without asking, and leaves nothing else there', async () => {
    const path = write('mine.json', mine(text));
    const { files, asked } = open();
    const { workshop, source } = await files.open({ path });
    const saved = await files.save({ workshop: { ...workshop, title: 'Yours' }, source, as: false });
    expect(asked).toEqual([]);
    expect(saved?.workshop.title).toBe('Yours');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ title: 'Yours' });
    expect(readdirSync(folder)).toEqual(['mine.json']);
  });

  it('asks for a name where the page names a file that was never opened', async () => {
    const path = write('other.json', mine(text));
    const { files, asked } = open();
    const { workshop } = await open().files.open({ path });
    expect(await files.save({ workshop, source: { path }, as: false })).toBe(null);
    expect(asked).toEqual(['Mine']);
  });

  it('makes a copy of one that ships with the app, with its scenarios in it', async () => {
    const chosen = join(folder, 'copy.json');
    const { files, asked } = open(chosen);
    const { workshop, source } = await files.open({ name: 'two-hours' });
    const saved = await files.save({ workshop, source, as: false });
    expect(asked).toEqual(['Python multiprocessing in two hours']);
    expect(saved?.source).toEqual({ path: chosen });
    expect(saved?.scenarios).toEqual({});
    expect(saved?.workshop.steps[0]?.scenario).toMatchObject({ version: 1 });
  });

  it('keeps paths of scenarios right when the file moves', async () => {
    write('naps.json', naps);
    const path = write('mine.json', mine({ scenario: 'naps.json' }));
    mkdirSync(join(folder, 'below'));
    const { files } = open(join(folder, 'below', 'mine.json'));
    const { workshop, source } = await files.open({ path });
    const saved = await files.save({ workshop, source, as: true });
    expect(saved?.workshop.steps[0]?.scenario).toBe('../naps.json');
    expect(saved?.scenarios['../naps.json']?.name).toBe('Naps');
  });

  it('says in a sentence why it cannot, and what was there stays', async () => {
    const { files } = open(join(folder, 'nowhere', 'mine.json'));
    const { workshop } = await files.open({ name: 'ten-minutes' });
    await expect(files.save({ workshop, source: null, as: true })).rejects.toThrow('its folder does not exist');
  });
});
