/** Writes a query as it would be typed: `parseQuery` of it is the query again. */
import type { Phase } from '../../../shared/phases';
import { FIELDS, type FieldName } from './fields';
import { NAME_OF_PHASE } from './phase-names';
import type { Query, Range } from './query';
import { printAmount } from './units';

export function printQuery(query: Query): string {
  switch (query.type) {
    case 'and':
      return query.parts.map(grouped).join(' ');
    case 'or':
      return query.parts.map((part) => (part.type === 'and' ? printQuery(part) : grouped(part))).join(' or ');
    case 'not':
      return `-${query.part.type === 'not' ? `(${printQuery(query.part)})` : grouped(query.part)}`;
    case 'range':
      return printRange(query);
    case 'state':
      return query.state;
    case 'in':
      return `in:${query.phase}`;
    case 'text':
      return `error:${printText(query.text)}`;
  }
}

function grouped(query: Query): string {
  return query.type === 'and' || query.type === 'or' ? `(${printQuery(query)})` : printQuery(query);
}

function printRange({ field, min, max, exclusive }: Range): string {
  const { kind } = FIELDS[field];
  const text = (value: number): string => printAmount(value, kind);
  if (min === max) return `${field}:${text(min)}`;
  if (max === Number.POSITIVE_INFINITY) return `${field}${exclusive ? '>' : '>='}${text(min)}`;
  if (min === Number.NEGATIVE_INFINITY) return `${field}${exclusive ? '<' : '<='}${text(max)}`;
  return `${field}:${text(min)}-${text(max)}`;
}

function printText(text: string): string {
  return /^[\p{L}\p{N}_.:]+$/u.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** The text that finds values of a field in [from, to): a bin of a histogram. */
export function binText(field: FieldName, from: number, to: number): string {
  const { kind } = FIELDS[field];
  return `${field}>=${printAmount(from, kind)} ${field}<${printAmount(to, kind)}`;
}

/** The same for one phase, in ns. */
export function phaseBinText(phase: Phase, fromNs: number, toNs: number): string {
  return binText(NAME_OF_PHASE[phase], fromNs, toNs);
}
