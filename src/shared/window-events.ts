/** Everything that main tells the window on its one channel. */
import type { ChaosProgress } from './chaos';
import type { FileAsked, FileOpening } from './file-opening';
import type { RepeatProgress } from './repeat';
import type { RunEvent } from './run-events';

export type WindowEvent = RunEvent | ChaosProgress | RepeatProgress | FileOpening | FileAsked;
