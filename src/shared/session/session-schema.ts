/**
 * The session file's columns (docs/telemetry-format.md): one Arrow stream holds records of several kinds. `kind` says of
 * which a record is; columns that its kind does not have are null.
 */
import { type DataType, Dictionary, Field, Float32, Float64, Schema, Uint8, Uint16, Uint32, Utf8 } from 'apache-arrow';
import { CALLBACK_KINDS, MOMENTS, OUTCOMES } from '../telemetry';
import { HEADER_KEY } from './session-format';

export const KINDS = ['task', 'delivery', 'callback', 'queue', 'process', 'event'] as const;
export type Kind = (typeof KINDS)[number];

/** Words of each column that holds one of a few; the file holds them too. */
export const WORDS = { kind: KINDS, outcome: OUTCOMES, callback: CALLBACK_KINDS } as const;

const word = (id: number): Dictionary => new Dictionary(new Utf8(), new Uint8(), id);

const types = {
  kind: word(1),
  at: new Float64(),
  row: new Uint32(),
  task: new Uint32(),
  chunk: new Uint32(),
  worker: new Uint16(),
  attempt: new Uint8(),
  outcome: word(2),
  argsBytes: new Uint32(),
  resultBytes: new Uint32(),
  ...(Object.fromEntries(MOMENTS.map((moment) => [moment, new Float64()])) as Record<
    (typeof MOMENTS)[number],
    Float64
  >),
  callback: word(3),
  depth: new Uint32(),
  cpu: new Float32(),
  memoryBytes: new Float64(),
  event: new Utf8(),
} as const;

export type SessionColumn = keyof typeof types;
export const SESSION_COLUMNS = Object.keys(types) as readonly SessionColumn[];

const UNITS: Partial<Record<SessionColumn, string>> = {
  at: 'ns',
  argsBytes: 'B',
  resultBytes: 'B',
  depth: 'tasks',
  cpu: 'cores',
  memoryBytes: 'B',
  event: 'JSON',
  ...Object.fromEntries(MOMENTS.map((moment) => [moment, 'ns'])),
};

/** What a column's numbers are, for whoever reads the file without this code. */
function metadataOf(name: SessionColumn): Map<string, string> | null {
  const unit = UNITS[name];
  if (unit === undefined) return null;
  const moments: readonly SessionColumn[] = MOMENTS;
  const since = moments.indexOf(name) > 0 ? 'the last moment before it that has happened' : 'the clock base';
  return new Map(
    unit === 'ns'
      ? [
          ['unit', unit],
          ['since', since],
        ]
      : [['unit', unit]],
  );
}

/** @param header as JSON */
export function sessionSchema(header: string): Schema {
  const fields = SESSION_COLUMNS.map(
    (name) => new Field(name, types[name] as DataType, name !== 'kind', metadataOf(name)),
  );
  return new Schema(fields, new Map([[HEADER_KEY, header]]));
}
