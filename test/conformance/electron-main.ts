/** Runs the table in Electron's main process, on utility processes, and prints one line of JSON a case. No window. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { utilityProcessEngine } from '../../src/main/engines/utility-process';
import { Lab } from './case';
import type { Outcome } from './outcome';
import { table } from './table';

/** Electron may reach this file through a link; it lies in .cache/conformance. */
const root = join(realpathSync(import.meta.dirname), '..', '..');
const entry = join(root, 'out', 'main', 'worker.js');

async function runAll(): Promise<void> {
  for (const { sentence, run } of table) {
    const lab = new Lab(utilityProcessEngine(entry), root, (memoryLimitMb) =>
      utilityProcessEngine(entry, { memoryLimitMb }),
    );
    const outcome: Outcome = await run(lab).then(
      (value) => ({ sentence, value }),
      (error: unknown) => ({
        sentence,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    );
    await lab.close();
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
}

app.disableHardwareAcceleration();
app.setPath('userData', join(import.meta.dirname, 'user-data'));
// Not awaited: Electron is not ready before this module has ended.
void app
  .whenReady()
  .then(runAll)
  .then(() => app.exit(0));
