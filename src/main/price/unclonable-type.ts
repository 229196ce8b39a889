/** What a value was that v8 refused to pickle, as far as its message tells: the value itself stayed in the worker. */

/** @param message `() => item could not be cloned.`, `Symbol(x) could not be cloned.`, `#<Promise> could not be cloned.` */
export function unclonableType(message: string): string {
  const [, named] = message.match(/#<([^>]+)> could not be cloned/) ?? [];
  if (named !== undefined) return named;
  if (/Symbol\(.*\) could not be cloned/s.test(message)) return 'symbol';
  return /=>|\bfunction\b|\bclass\b|\{ \[native code\] \}/.test(message) ? 'function' : 'unknown';
}
