/** How classes of run times and sizes are called: by where they begin. */

/** `< 2.0 ms`, `2.0 ms`, `4.1 ms`: each but the first says where it begins. */
export function boundLabels(bounds: readonly number[], format: (value: number) => string): string[] {
  if (bounds.length === 0) return ['all about the same'];
  return [`< ${format(bounds[0] ?? 0)}`, ...bounds.map((bound) => `≥ ${format(bound)}`)];
}
