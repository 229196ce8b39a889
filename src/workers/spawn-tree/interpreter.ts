/**
 * What a process of the spawn tree knows of itself, and its line to main. A module of its own, as both the entry and the
 * program that it imports need it: they are built as files of their own.
 */
import type { FromProgram, ToProgram } from '../../shared/program-protocol';
import type { Guard } from '../../shared/spawn-tree';

export interface Interpreter {
  readonly isWorker: boolean;
  readonly guard: Guard;
  readonly workers: number;
  post(message: FromProgram): void;
  /** Who hears what main says: the pool that this process has made, where it has. */
  hear: (message: ToProgram) => void;
  /** A worker that has not yet imported its main module. Python: `current_process()._inheriting`. */
  isBootstrapping: boolean;
}

let current: Interpreter | null = null;

export function beInterpreter(interpreter: Interpreter): void {
  current = interpreter;
}

/** @throws Error in a process that main has not started */
export function thisInterpreter(): Interpreter {
  if (current === null) throw new Error('This file is a program of the spawn tree; Poolscope starts it.');
  return current;
}
