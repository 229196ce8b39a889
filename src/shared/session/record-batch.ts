/** Records of one kind as an Arrow record batch of the session's schema. */
import {
  Dictionary,
  makeData,
  RecordBatch,
  type Schema,
  Struct,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import { KINDS, type Kind, type SessionColumn, WORDS } from './session-schema';

type Numbers = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

/** Columns of one kind, all of one length; codes for those that hold words. */
export type KindColumns = Partial<Record<Exclude<SessionColumn, 'kind' | 'event'>, Numbers>> & {
  readonly event?: readonly string[];
};

const dictionaries = Object.fromEntries(
  Object.entries(WORDS).map(([name, words]) => [name, vectorFromArray([...words], new Utf8())]),
) as Record<keyof typeof WORDS, Vector<Utf8>>;

export function recordBatch(schema: Schema, kind: Kind, length: number, columns: KindColumns): RecordBatch {
  const kinds = new Uint8Array(length).fill(KINDS.indexOf(kind));
  const children = schema.fields.map(({ name, type }) => {
    const column = name as SessionColumn;
    if (column === 'event') return texts(columns.event, length);
    const given = column === 'kind' ? kinds : columns[column];
    const nulls = given === undefined ? { nullCount: length, nullBitmap: noneOf(length) } : { nullCount: 0 };
    if (type instanceof Dictionary) {
      const data = given ?? new Uint8Array(length);
      return makeData({ type, length, ...nulls, data, dictionary: dictionaries[column as keyof typeof WORDS] });
    }
    return makeData({ type, length, ...nulls, data: given ?? new type.ArrayType(length) });
  });
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length, nullCount: 0, children }));
}

/** A validity bitmap without a valid record, padded as buffers are. */
const noneOf = (length: number): Uint8Array => new Uint8Array(Math.ceil(length / 64) * 8);

function texts(values: readonly string[] | undefined, length: number) {
  const type = new Utf8();
  const [data] = values === undefined ? [] : vectorFromArray([...values], type).data;
  if (data !== undefined) return data;
  const valueOffsets = new Int32Array(length + 1);
  return makeData({
    type,
    length,
    nullCount: length,
    nullBitmap: noneOf(length),
    valueOffsets,
    data: new Uint8Array(0),
  });
}
