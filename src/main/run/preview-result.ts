/** A result as a person reads it: one line, never long. */
import { inspect } from 'node:util';
import type { ResultPreview, Tile } from '../../shared/ipc';
import type { TaskResult } from '../pool/job';

const LONGEST = 200;

export function previewResult(task: number, result: TaskResult): ResultPreview {
  if (!result.ok) return { task, kind: 'error', text: cut(`${result.error.name}: ${result.error.message}`) };
  return { task, kind: 'value', text: cut(asText(result.value)) };
}

function asText(value: unknown): string {
  if (typeof value === 'bigint' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 8, depth: 2 });
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** The result as a tile of a picture, or undefined where it is none. */
export function asTile(task: number, result: TaskResult | undefined): Tile | undefined {
  if (!result?.ok) return undefined;
  const value = result.value as Partial<Omit<Tile, 'task'>> | null;
  if (!(value?.iterations instanceof Uint32Array)) return undefined;
  return { task, ...(value as Omit<Tile, 'task'>) };
}
