/** Runs the table in Electron's main process, on utility processes, and prints what came of it. No window. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { utilityProcessEngine } from '../../src/main/engines/utility-process';
import { within } from '../../src/main/pool/within';
import { type Case, Lab } from './case';
import type { Line } from './outcome';
import { table } from './table';

/** A case that takes longer hangs; the others still run. */
const CASE_MS = 60_000;

/** Electron may reach this file through a link; it lies in .cache/conformance. */
const root = join(realpathSync(import.meta.dirname), '..', '..');
const entry = join(root, 'out', 'main', 'worker.js');
const pids: number[] = [];

const print = (line: Line): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

async function outcomeOf({ sentence, run }: Case): Promise<Line> {
  const lab = new Lab(utilityProcessEngine(entry), root, (memoryLimitMb) =>
    utilityProcessEngine(entry, { memoryLimitMb }),
  );
  try {
    const value = await within(run(lab), CASE_MS, 'What it comes to');
    await within(lab.close(), CASE_MS, 'The end of its pools');
    return { type: 'case', sentence, value };
  } catch (error) {
    return { type: 'failed', sentence, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    pids.push(...lab.pids);
  }
}

async function runAll(): Promise<void> {
  for (const one of table) print(await outcomeOf(one));
  print({ type: 'workers', pids });
}

app.disableHardwareAcceleration();
app.setPath('userData', join(import.meta.dirname, 'user-data'));
// Whoever reads has gone: so does this.
process.stdout.on('error', () => app.exit(1));
// Not awaited: Electron is not ready before this module has ended.
void app
  .whenReady()
  .then(runAll)
  .then(() => app.exit(0));
