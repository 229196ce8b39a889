/** Says of a number whether it was measured or derived from others. */
import { Tip } from './tip';

const MEANING = {
  measured: 'Measured on the clock of this machine',
  derived: 'Computed from measured numbers',
  'measured again now': 'Pickled again just now on this machine; the run itself recorded only the whole',
} as const;

export function TruthBadge({ kind }: { readonly kind: keyof typeof MEANING }) {
  return (
    <Tip text={MEANING[kind]}>
      <span className="badge">{kind}</span>
    </Tip>
  );
}
