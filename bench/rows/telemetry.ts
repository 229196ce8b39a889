/** What telemetry itself costs, on tasks that keep every core busy for a millisecond each. */
import type { Request } from '../sides/protocol';
import type { Row, RowSide } from './row';

type Subject = Extract<Request, { measure: 'telemetry' }>['subject'];

const side = (subject: Subject, label: string, tasks: number): RowSide => {
  return { key: subject, label, runtime: 'electron', request: { measure: 'telemetry', subject, tasks } };
};

/** Short samples in quick turns: what else the machine does then falls on both sides alike. */
const TASKS = 500;

export const telemetryWall: Row = {
  name: 'telemetry',
  title: "Telemetry's own cost: 500 tasks of 1 busy ms, 2 workers",
  unit: 'ms',
  roundsEach: 6,
  sides: [side('on', 'telemetry on', TASKS), side('off', 'telemetry off', TASKS)],
  comparisons: [{ label: 'wall time, on : off', of: 'on', to: ['off'], target: { atMost: 1.01 } }],
};

export const telemetryShare: Row = {
  name: 'telemetry-share',
  title: 'Time that main spends on telemetry, the same tasks',
  unit: '%',
  sides: [side('share', 'share of wall time', TASKS * 2)],
  comparisons: [{ label: 'that share', of: 'share', to: [], target: { atMost: 1 } }],
};
