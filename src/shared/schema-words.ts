/** Schemas that say in one sentence what they expect, the whole range at once and all names at once. */
import { z } from 'zod';

/** @param or what else is allowed where the schema stands, such as `or null` */
export function wholeNumber(min: number, max: number, or = '') {
  const error = `expected a whole number from ${min} to ${max}${or === '' ? '' : ` ${or}`}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}

export function numberBetween(min: number, max: number) {
  const error = `expected a number from ${min} to ${max}`;
  return z.number({ error }).min(min, { error }).max(max, { error });
}

/** More than 0. */
export function positiveNumber(max: number) {
  const error = `expected a number above 0 and at most ${max}`;
  return z.number({ error }).positive({ error }).max(max, { error });
}

export function shortText(maxLength: number) {
  const error = `expected text of at most ${maxLength} characters`;
  return z.string({ error }).max(maxLength, { error });
}

export function oneOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.enum(names, { error: `expected one of ${names.join(', ')}` });
}

/** @param or what else is allowed where the schema stands, such as `or null` */
export function exportName(or = '') {
  const error = `expected the name of an export, at most 200 characters${or === '' ? '' : `, ${or}`}`;
  return z.string({ error }).min(1, { error }).max(200, { error });
}

/** An object with these fields and no others; a field that it does not have is answered with those that it has. */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = Object.keys(shape);
  const known = names.length === 0 ? 'none' : `${names.length === 1 ? 'only' : 'one of'} ${names.join(', ')}`;
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `no such field, expected ${known}` : undefined),
  });
}
