/** One pool, or what stands for one, as the measurements of its side see it. What it cannot do it leaves out. */

export interface Subject {
  /** Runs that many no-op tasks, each as a message of its own; resolves when all results are there. */
  many?(tasks: number): Promise<unknown>;
  /** One small call. */
  call?(): Promise<unknown>;
  /** There and back with `value`, which is the same object each time. */
  echo?(value: unknown): Promise<unknown>;
  /** There with `bytes`, which are the same each time, and back with a number. */
  give?(bytes: Uint8Array): Promise<unknown>;
  /** What has to be on while it is measured, and off while others are. */
  during?<Value>(work: () => Promise<Value>): Promise<Value>;
  end(): Promise<unknown>;
}

export interface SubjectOptions {
  readonly workers: number;
  /** What `echo` will be called with. */
  readonly payload?: { readonly kind: 'bytes' | 'objects'; readonly bytes: number };
  /** How many bytes `give` will be called with. */
  readonly argumentBytes?: number;
}

/** Resolves when every worker is ready. */
export type OpenSubject = (options: SubjectOptions) => Promise<Subject>;
