/** The code of lesson "main guard" as it is without its guard: what stood below it stands at the top level. */

const GUARD = /^if .*__main__/;

/** @param source Python's or ours @throws Error where there is no guard */
export function withoutGuard(source: string): string {
  const lines = source.trimEnd().split('\n');
  const guard = lines.findIndex((line) => GUARD.test(line));
  if (guard < 0) throw new Error('There is no guard in this code.');
  const body = lines.slice(guard + 1).filter((line) => line !== '}');
  const indent = /^ */.exec(body[0] ?? '')?.[0].length ?? 0;
  return [...lines.slice(0, guard), ...body.map((line) => line.slice(indent)), ''].join('\n');
}
