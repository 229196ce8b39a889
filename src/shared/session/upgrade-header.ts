/**
 * Headers of older session files in today's form, a step from each version to the next. A step never changes: files of
 * its version stay as they are. docs/telemetry-format.md numbers them.
 */

type Header = Readonly<Record<string, unknown>>;

/** By the version that a step begins with. It names no schema of today's: that goes on changing. */
const STEPS: Readonly<Record<number, (header: Header) => Header>> = {
  1: (header) => ({ ...header, version: 2, annotations: { notes: [], chapters: [] } }),
};

/** @param header of any version, unchecked @returns the same as the newest version that steps lead to, unchecked */
export function upgradeHeader(header: unknown): unknown {
  let upgraded = header;
  for (;;) {
    if (typeof upgraded !== 'object' || upgraded === null || Array.isArray(upgraded)) return upgraded;
    const { version } = upgraded as { version?: unknown };
    const step = typeof version === 'number' && Object.hasOwn(STEPS, version) ? STEPS[version] : undefined;
    if (step === undefined) return upgraded;
    upgraded = step(upgraded as Header);
  }
}
