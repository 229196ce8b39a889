/**
 * What the bench asks of a side. A side is a process that holds the pools of one runtime: Python, Node or Electron. It
 * takes one measurement at a time and answers with one number, so that the sides can take turns.
 */

export type Runtime = 'python' | 'node' | 'electron';

export type Request =
  /** No-op tasks at chunk size 1. Answer: tasks per second. */
  | { readonly measure: 'throughput'; readonly subject: string; readonly workers: number; readonly tasks: number }
  /** One small call after the other, one worker. Answer: ms a call. */
  | { readonly measure: 'call'; readonly subject: string; readonly calls: number }
  /** A payload there and one of the same size back, one worker. Answer: ms a round trip. */
  | {
      readonly measure: 'payload';
      readonly subject: string;
      readonly kind: 'bytes' | 'objects';
      /** bytes: that many. objects: one record for each 64. */
      readonly bytes: number;
      readonly calls: number;
    }
  /** Bytes as the argument of a task that answers with a number, one worker. Answer: ms a call. */
  | { readonly measure: 'argument'; readonly subject: string; readonly bytes: number; readonly calls: number }
  /** From no pool to the first reply, or (`whole`) to a reply of every worker. Answer: ms. */
  | { readonly measure: 'boot'; readonly subject: string; readonly workers: number }
  /**
   * Tasks of one busy millisecond on two workers, `recorded` into a file or not. Answer: ms of wall time; `share`: % of it
   * spent on telemetry; `recorded-share`: on handing it to the recording.
   */
  | {
      readonly measure: 'telemetry';
      readonly subject: 'on' | 'off' | 'share' | 'recorded' | 'recorded-share';
      readonly tasks: number;
    }
  /** A row is over: its pools are ended. Answer: 0. */
  | { readonly measure: 'close' };

export type Reply =
  /** First word of a side. */
  | { readonly ready: true; readonly versions: Readonly<Record<string, string>> }
  | { readonly value: number }
  | { readonly error: string };
