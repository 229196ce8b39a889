/** Settings on disk: read once, written whole and atomically. A damaged file is set aside, never overwritten. */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { explainIssue } from '../shared/explain-issues';
import { type Settings, type SettingsChange, settingsSchema } from '../shared/settings';

export class SettingsStore {
  value: Settings;
  private notices: string[] = [];
  private writing: Promise<void> = Promise.resolve();

  /** @param folder the user's data folder; made when something is written */
  constructor(private readonly folder: string) {
    this.value = this.read();
  }

  private get path(): string {
    return join(this.folder, 'settings.json');
  }

  /** Sentences for the person, each given out once. */
  takeNotices(): string[] {
    return this.notices.splice(0);
  }

  change(change: SettingsChange | Pick<Settings, 'modules'> | Pick<Settings, 'recentFiles'>): void {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    this.value = { ...this.value, ...Object.fromEntries(given) };
    this.writing = this.writing.then(() => this.write());
  }

  /** Resolves when everything is on disk. */
  saved(): Promise<void> {
    return this.writing;
  }

  private read(): Settings {
    if (!existsSync(this.path)) return settingsSchema.parse({});
    try {
      const value: unknown = JSON.parse(readFileSync(this.path, 'utf8'));
      const parsed = settingsSchema.safeParse(value);
      if (parsed.success) return parsed.data;
      return this.setAside(explainIssue(parsed.error, value));
    } catch (error) {
      return this.setAside((error as Error).message);
    }
  }

  private setAside(reason: string): Settings {
    let aside = join(dirname(this.path), 'settings.damaged.json');
    for (let number = 2; existsSync(aside); number++) aside = join(this.folder, `settings.damaged-${number}.json`);
    try {
      renameSync(this.path, aside);
      this.notices.push(`The settings could not be read (${reason}). They were set aside as ${basename(aside)}.`);
    } catch {
      this.notices.push(`The settings could not be read (${reason}). Poolscope starts with its own.`);
    }
    return settingsSchema.parse({});
  }

  private async write(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFileAtomic(this.path, `${JSON.stringify(this.value, null, 2)}\n`);
    } catch (error) {
      this.notices.push(`The settings could not be saved: ${(error as Error).message}`);
    }
  }
}
