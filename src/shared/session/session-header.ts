/** What stands at the head of a session file: what was run, where, and from when its times count. */
import { z } from 'zod';
import { annotationsSchema } from '../annotations';
import { scenarioSchema } from '../scenario';
import { SESSION_VERSION } from './session-format';

export const headerSchema = z.object({
  /** Of the format, not of Poolscope. */
  version: z.literal(SESSION_VERSION),
  poolscope: z.string(),
  scenario: scenarioSchema,
  /** Tasks of the call. */
  tasks: z.int().nonnegative(),
  /** Tasks a chunk that the call used. */
  chunksize: z.int().positive(),
  mainPid: z.int().positive(),
  /** Wall-clock time of the clock base, ms since the epoch: all times of the file are ns since then. */
  epochMs: z.number(),
  machine: z.object({
    cores: z.int().positive(),
    model: z.string(),
    os: z.string(),
    electron: z.string(),
    node: z.string(),
  }),
  /** What a person has written on the recording. */
  annotations: annotationsSchema,
});
export type SessionHeader = z.infer<typeof headerSchema>;
