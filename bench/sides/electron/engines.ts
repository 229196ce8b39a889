/** The engines that are measured, with the worker that the build made for the app. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { childProcessEngine } from '../../../src/main/engines/child-process';
import { utilityProcessEngine } from '../../../src/main/engines/utility-process';

/** Electron may reach this file through a link. */
const here = realpathSync(import.meta.dirname);
const entry = join(here, '..', '..', 'out', 'main', 'worker.js');

export const engines = {
  poolscope: utilityProcessEngine(entry),
  'poolscope-child-process': childProcessEngine(entry),
};
