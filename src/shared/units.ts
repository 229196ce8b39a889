/**
 * Branded numbers. A brand costs nothing at run time and stops milliseconds from being added to bytes.
 * Columns hold raw numbers; a value gets its brand where it leaves a column.
 */

declare const unit: unique symbol;
type Branded<Base, Unit extends string> = Base & { readonly [unit]: Unit };

/** Nanoseconds since the session's clock base, on the machine's monotonic clock. NaN: has not happened. */
export type Nanos = Branded<number, 'ns'>;
/** Bytes of one serialised value. */
export type Bytes = Branded<number, 'B'>;
/** An operating-system process id. */
export type Pid = Branded<number, 'pid'>;
/** Position of a task in the call's input, from 0. */
export type TaskIndex = Branded<number, 'task'>;
/** Row of the task table: one run of one task. */
export type Row = Branded<number, 'row'>;
/** Position in the session's list of workers, from 0. Each process has one; it is never reused. */
export type WorkerIndex = Branded<number, 'worker'>;
/** A CSS pixel. */
export type CssPx = Branded<number, 'px'>;

export const nanos = (value: number): Nanos => value as Nanos;
export const bytes = (value: number): Bytes => value as Bytes;
export const pid = (value: number): Pid => value as Pid;
export const taskIndex = (value: number): TaskIndex => value as TaskIndex;
export const row = (value: number): Row => value as Row;
export const workerIndex = (value: number): WorkerIndex => value as WorkerIndex;
export const cssPx = (value: number): CssPx => value as CssPx;

/** No time yet: the event has not happened. */
export const NOT_YET = Number.NaN as Nanos;

export const nanosToMs = (value: number): number => value / 1e6;
export const msToNanos = (valueMs: number): Nanos => nanos(valueMs * 1e6);
