/** A worker's state as a small shape, so that it can be told without colour; the word stands beside it. */
import type { ReactNode } from 'react';
import type { WorkerState } from '../../../derive/worker-state';

const RING = <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const SHAPES: Readonly<Record<WorkerState, ReactNode>> = {
  booting: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2" />,
  idle: RING,
  receiving: <path d="M1 2.5 L7 6 L1 9.5 Z M8.5 2 H10.5 V10 H8.5 Z" fill="currentColor" />,
  running: <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  sending: <path d="M1.5 2 H3.5 V10 H1.5 Z M5 2.5 L11 6 L5 9.5 Z" fill="currentColor" />,
  exiting: (
    <>
      {RING}
      <path d="M6 2 A4 4 0 0 1 6 10 Z" fill="currentColor" />
    </>
  ),
  exited: <path d="M2 5 H10 V7 H2 Z" fill="currentColor" />,
  crashed: <path d="M2 2 L10 10 M10 2 L2 10" stroke="currentColor" strokeWidth="2.5" />,
};

export function StateMark({ state }: { state: WorkerState }) {
  return (
    <span className="bottom-state" data-state={state}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {SHAPES[state]}
      </svg>
      {state}
    </span>
  );
}
