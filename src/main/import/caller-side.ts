/**
 * What the process that owns a Python pool did for each task, from its two threads in a VizTracer file. Neither side has
 * numbers of tasks: pipes keep order, so the n-th task sent is the n-th received. That is inferred, and given up where
 * counts or times speak against it.
 */
import { CALL_KINDS } from './call-kinds';
import type { LaneCalls } from './lane-calls';

export interface Sent {
  readonly dumpsBegin: number;
  readonly dumpsEnd: number;
  readonly sent: number;
}

export interface Taken {
  readonly received: number;
  readonly loadsBegin: number;
  readonly loadsEnd: number;
}

/** What the thread that hands out tasks sent, in order. */
export function sentBy(calls: LaneCalls): Sent[] {
  return calls.all(CALL_KINDS.sendTasks).flatMap((loop) => {
    const sends = calls.within(loop, CALL_KINDS.send);
    let next = 0;
    return calls.within(loop, CALL_KINDS.dumps).map(({ begin, end }) => {
      while (next < sends.length && (sends[next]?.begin ?? 0) < end) next++;
      return { dumpsBegin: begin, dumpsEnd: end, sent: sends[next]?.begin ?? end };
    });
  });
}

/** What the thread that takes results in received, in order. */
export function takenBy(calls: LaneCalls): Taken[] {
  return calls.all(CALL_KINDS.takeResults).flatMap((loop) => {
    const received = calls.within(loop, CALL_KINDS.recv);
    let next = 0;
    return calls.within(loop, CALL_KINDS.loads).map(({ begin, end }) => {
      while (next < received.length && (received[next]?.end ?? 0) <= begin) next++;
      return { received: received[next - 1]?.end ?? begin, loadsBegin: begin, loadsEnd: end };
    });
  });
}
