/** Everything that main tells the window on its one channel. */
import type { ChaosProgress } from './chaos';
import type { FileAsked, FileOpening } from './file-opening';
import type { RecordingsChanged } from './recordings';
import type { RepeatProgress } from './repeat';
import type { RunEvent } from './run-events';

export type WindowEvent = RunEvent | ChaosProgress | RepeatProgress | FileOpening | FileAsked | RecordingsChanged;

const OTHERS: ReadonlySet<WindowEvent['type']> = new Set(['chaos', 'repeat', 'opening', 'file-asked', 'recordings']);

/** Whether it is about a run, and not about the window's other business. */
export const isRunEvent = (event: WindowEvent): event is RunEvent => !OTHERS.has(event.type);
