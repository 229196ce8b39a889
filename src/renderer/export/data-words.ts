/** What the dialog says of a file of data: what it is for, or why there can be none of this run. */
import { dataTrouble } from '../../shared/data-trouble';
import type { DataFormat } from '../../shared/window-export';
import type { Facts } from '../store/facts';
import { FORMATS } from './export-formats';
import type { SizeWords } from './size-words';

export function dataWords(format: DataFormat, { started, data }: Pick<Facts, 'started' | 'data'>): SizeWords {
  const source = started?.source;
  const isSession = source?.kind !== 'file' || source.format === 'session';
  const { lanes, counters } = data.slices;
  const own = lanes.length === 0 && counters.length === 0;
  const trouble = dataTrouble(format, { own, isSession, tasks: data.table.length });
  if (trouble !== null) return { text: `${trouble.charAt(0).toUpperCase()}${trouble.slice(1)}.`, trouble: true };
  return { text: FORMATS.find(({ value }) => value === format)?.note ?? '', trouble: false };
}
