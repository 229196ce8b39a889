/** What a lane is called: a process by its PID; a place for a task in flight, of which one thread has many, by its number. */
import type { WorkerRecord } from './telemetry';

const PLACE = /^place \d+$/;

/** The name of the record that stands for a place. */
export const placeName = (place: number): string => `place ${place + 1}`;

/** `4711`, `place 3`; null while the operating system has given no PID. */
export function laneWord({ pid, name }: Pick<WorkerRecord, 'pid' | 'name'>): string | null {
  return PLACE.test(name) ? name : pid === null ? null : String(pid);
}

/** `PID 4711`, `place 3`; null as above. */
export function whoWord(record: Pick<WorkerRecord, 'pid' | 'name'>): string | null {
  const word = laneWord(record);
  return word === null || word === record.name ? word : `PID ${word}`;
}
