/** What recording a run into a file costs while it goes on, on tasks that keep every core busy for a millisecond each. */
import type { Request } from '../sides/protocol';
import type { Row, RowSide } from './row';

type Subject = Extract<Request, { measure: 'telemetry' }>['subject'];

const side = (subject: Subject, label: string, tasks: number): RowSide => {
  return { key: subject, label, runtime: 'electron', request: { measure: 'telemetry', subject, tasks } };
};

/** A sample lasts longer than the second after which a recording goes to disk. */
const TASKS = 3000;

export const recordingWall: Row = {
  name: 'recording',
  title: 'Cost of recording into a file: 3,000 tasks of 1 busy ms, 2 workers',
  unit: 'ms',
  roundsEach: 3,
  sides: [side('recorded', 'recorded', TASKS), side('on', 'not recorded', TASKS)],
  comparisons: [{ label: 'wall time, recorded : not', of: 'recorded', to: ['on'], target: { atMost: 1.01 } }],
};

export const recordingShare: Row = {
  name: 'recording-share',
  title: 'Time that main spends on recording, the same tasks',
  unit: '%',
  sides: [side('recorded-share', 'share of wall time', TASKS)],
  comparisons: [{ label: 'that share', of: 'recorded-share', to: [], target: { atMost: 1 } }],
};
