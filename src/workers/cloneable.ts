/** What can cross to be shown: the value itself, or its text where it cannot be cloned. */
export function cloneable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return String(value);
  }
}
