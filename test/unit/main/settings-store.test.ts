import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsStore } from '../../../src/main/settings-store';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  it('start with defaults and no notice where there is no file', () => {
    const store = new SettingsStore(join(folder, 'not-yet'));
    const lanes = { groupBy: 'worker', colourBy: 'phase', laneSize: 'normal', truth: true };
    const recordings = { on: true, mostBytes: 1024 ** 3, mostRuns: 50 };
    const presenter = { spotlight: false, keys: true };
    const rest = {
      lastScenario: null,
      panels: {},
      lessonsDone: [],
      workshops: { progress: [], open: null },
      modules: {},
      lanes,
      recordings,
      presenter,
      recentFiles: [],
    };
    expect(store.value).toEqual({ version: 1, theme: 'system', ...rest });
    expect(store.takeNotices()).toEqual([]);
  });

  it('are there again after a restart', async () => {
    const store = new SettingsStore(folder);
    store.change({ theme: 'dark' });
    store.change({ panels: { main: { left: 20, right: 80 } } });
    await store.saved();
    expect(new SettingsStore(folder).value).toMatchObject({ theme: 'dark', panels: { main: { left: 20, right: 80 } } });
  });

  for (const [what, text] of [
    ['cut short', '{"version":1,"theme":"da'],
    ['of a wrong type', '{"version":1,"theme":7}'],
    ['of a future version', '{"version":99}'],
    ['not an object', '"hello"'],
  ] as const) {
    it(`that are ${what} are set aside with a notice, not lost`, async () => {
      writeFileSync(join(folder, 'settings.json'), text);
      const store = new SettingsStore(folder);
      expect(store.value.theme).toBe('system');
      expect(store.takeNotices()).toEqual([expect.stringContaining('set aside as settings.damaged.json')]);
      expect(store.takeNotices()).toEqual([]);
      expect(readFileSync(join(folder, 'settings.damaged.json'), 'utf8')).toBe(text);
      store.change({ theme: 'light' });
      await store.saved();
      expect(readdirSync(folder).sort()).toEqual(['settings.damaged.json', 'settings.json']);
    });
  }

  it('do not overwrite an earlier damaged file', () => {
    writeFileSync(join(folder, 'settings.damaged.json'), 'first');
    writeFileSync(join(folder, 'settings.json'), 'second');
    new SettingsStore(folder);
    expect(readFileSync(join(folder, 'settings.damaged.json'), 'utf8')).toBe('first');
    expect(readFileSync(join(folder, 'settings.damaged-2.json'), 'utf8')).toBe('second');
  });

  it('that cannot be written give a notice and keep their value', async () => {
    writeFileSync(join(folder, 'file'), '');
    const store = new SettingsStore(join(folder, 'file', 'below'));
    store.change({ theme: 'dark' });
    await store.saved();
    expect(store.value.theme).toBe('dark');
    expect(store.takeNotices()[0]).toContain('could not be saved');
  });
});
