/** Workshops on disk, as the window asks for them: listed, opened, saved. */
import { dirname, relative, resolve, sep } from 'node:path';
import { formatWorkshop } from '../../shared/parse-workshop';
import {
  minutesOf,
  type Workshop,
  type WorkshopEntry,
  type WorkshopFile,
  type WorkshopList,
  type WorkshopSource,
} from '../../shared/workshop';
import { checkWritable, writeFile } from '../export/write-file';
import { detectFormat } from '../files/detect-format';
import { stillThere, withRecent } from '../library/recent-files';
import { withRelativeModule } from '../module-path';
import type { SettingsStore } from '../settings-store';
import { readWorkshop } from './read-workshop';
import { readShipped, shippedNames } from './shipped-workshops';

export interface SaveWorkshop {
  readonly workshop: Workshop;
  /** null: it was in no file yet. */
  readonly source: WorkshopSource | null;
  /** Under another name. */
  readonly as: boolean;
}

export class WorkshopFiles {
  /** Paths of workshops that were opened or saved: the page may write there, and nowhere else unasked. */
  private readonly known = new Set<string>();

  /** @param choosePath where the person wants it; null when they cancel */
  constructor(
    private readonly settings: Pick<SettingsStore, 'value' | 'change'>,
    private readonly choosePath: (title: string) => Promise<string | null>,
  ) {}

  /** Files that are workshops no longer, or not to be read, are left out: the list is for choosing. */
  async list(): Promise<WorkshopList> {
    const shipped = await Promise.all((await shippedNames()).map((name) => readShipped(name)));
    const recent = await Promise.all((await stillThere(this.settings.value.recentFiles)).map(entryOrNone));
    return { shipped: shipped.map(entryOf).sort(longestFirst), recent: recent.filter((entry) => entry !== null) };
  }

  /** @throws OpenFileError */
  async open(source: WorkshopSource): Promise<WorkshopFile> {
    return 'name' in source ? readShipped(source.name) : this.openPath(resolve(source.path));
  }

  /** @throws OpenFileError */
  async openPath(path: string): Promise<WorkshopFile> {
    const file = await readWorkshop(path);
    this.remember(path);
    return file;
  }

  /** @returns what is in the file now; null when the person cancels. @throws WriteFileError */
  async save({ workshop, source, as }: SaveWorkshop): Promise<WorkshopFile | null> {
    const own = source !== null && 'path' in source && this.known.has(source.path) ? source.path : null;
    const path = as || own === null ? await this.choosePath(workshop.title) : own;
    if (path === null) return null;
    const scenarios = source !== null && 'name' in source ? (await readShipped(source.name)).scenarios : {};
    // What ships with the app lies where nobody else has it: what is named by its path there goes into the file.
    const moved = own === null ? withScenarios(workshop, scenarios) : withPaths(workshop, dirname(own), dirname(path));
    await checkWritable(path);
    await writeFile(path, [formatWorkshop(withRelativeModules(moved, dirname(path)))]);
    return this.openPath(path);
  }

  private remember(path: string): void {
    this.known.add(path);
    this.settings.change({ recentFiles: withRecent(this.settings.value.recentFiles, path) });
  }
}

const longestFirst = (one: WorkshopEntry, other: WorkshopEntry): number => other.minutes - one.minutes;

function entryOf({ source, workshop }: WorkshopFile): WorkshopEntry {
  return { source, title: workshop.title, minutes: minutesOf(workshop), steps: workshop.steps.length };
}

async function entryOrNone(path: string): Promise<WorkshopEntry | null> {
  try {
    return (await detectFormat(path)) === 'workshop' ? entryOf(await readWorkshop(path)) : null;
  } catch {
    return null;
  }
}

type Scenarios = WorkshopFile['scenarios'];

const withScenarios = (workshop: Workshop, scenarios: Scenarios): Workshop => ({
  ...workshop,
  steps: workshop.steps.map((step) =>
    typeof step.scenario === 'string' ? { ...step, scenario: scenarios[step.scenario] ?? step.scenario } : step,
  ),
});

/** Paths that were relative to one folder, relative to another. */
function withPaths(workshop: Workshop, from: string, to: string): Workshop {
  const moved = (path: string): string => relative(to, resolve(from, path)).split(sep).join('/');
  const steps = workshop.steps.map((step) =>
    typeof step.scenario === 'string' ? { ...step, scenario: moved(step.scenario) } : step,
  );
  return { ...workshop, steps };
}

const withRelativeModules = (workshop: Workshop, folder: string): Workshop => ({
  ...workshop,
  steps: workshop.steps.map((step) =>
    typeof step.scenario === 'object' ? { ...step, scenario: withRelativeModule(step.scenario, folder) } : step,
  ),
});
