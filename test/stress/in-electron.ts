/** A stress process in Electron, without a window: its workers are utility processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { utilityProcessEngine } from '../../src/main/engines/utility-process';
import { answer, workerEntry } from './answer';

/** One for each: a victim runs beside the process that kills it. */
const userData = mkdtempSync(join(tmpdir(), 'poolscope-stress-'));
app.disableHardwareAcceleration();
app.setPath('userData', userData);
// Not awaited: Electron is not ready before this module has ended.
void app
  .whenReady()
  .then(() => answer((memoryLimitMb) => utilityProcessEngine(workerEntry, { memoryLimitMb })))
  .then((code) => {
    rmSync(userData, { recursive: true, force: true });
    app.exit(code);
  });
