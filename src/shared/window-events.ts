/** Everything that main tells the window on its one channel. */
import type { BreakEvenProgress } from './break-even/costs';
import type { ChaosProgress } from './chaos';
import type { FileAsked, FileOpening } from './file-opening';
import type { RecordingsChanged } from './recordings';
import type { RepeatProgress } from './repeat';
import type { RunEvent } from './run-events';
import type { ExportNews } from './window-export';

export type WindowEvent =
  | RunEvent
  | ChaosProgress
  | RepeatProgress
  | BreakEvenProgress
  | FileOpening
  | FileAsked
  | RecordingsChanged
  | ExportNews;

const OTHERS: Readonly<Record<Exclude<WindowEvent, RunEvent>['type'], true>> = {
  chaos: true,
  repeat: true,
  'break-even': true,
  opening: true,
  'file-asked': true,
  recordings: true,
  export: true,
};

/** Whether it is about a run, and not about the window's other business. */
export const isRunEvent = (event: WindowEvent): event is RunEvent => !(event.type in OTHERS);
