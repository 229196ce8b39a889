/** Things derived from a run that are made once for it and kept up as it grows, whoever asks. */
import type { Facts, RunData } from '../../store/facts';

export interface Growing {
  /** Takes in what is new. */
  update(facts: Facts): void;
}

/** @returns a function that gives the run's own `Made`, up to date */
export function perRun<Made extends Growing>(make: (facts: Facts) => Made): (facts: Facts) => Made {
  const known = new WeakMap<RunData, { readonly made: Made; revision: number }>();
  return (facts) => {
    let entry = known.get(facts.data);
    if (entry === undefined) {
      entry = { made: make(facts), revision: -1 };
      known.set(facts.data, entry);
    }
    // Readers are throttled apart: one that is behind must not undo what another has seen.
    if (entry.revision < facts.revision) {
      entry.made.update(facts);
      entry.revision = facts.revision;
    }
    return entry.made;
  };
}
