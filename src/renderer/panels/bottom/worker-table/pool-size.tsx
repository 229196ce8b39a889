/** Makes the pool larger or smaller while it runs. */
import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { MAX_PROCESSES } from '../../../../shared/limits';
import { resizeBy } from '../../../actions/resize-pool';
import type { Facts } from '../../../store/facts';
import { IconButton } from '../../../ui/button';
import { whyFixed } from './why-fixed';

export function PoolSize({ facts }: { facts: Facts }) {
  const label = useId();
  const fixed = whyFixed(facts);
  const { poolSize } = facts;
  // A file that does not tell how its pool was set up has workers, but no size that they were to have.
  if (facts.started !== null && facts.started.scenario === null) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie in a line of text
    <span className="bottom-stepper" role="group" aria-labelledby={label} title={fixed ?? undefined}>
      <span id={label}>{facts.started?.scenario?.engine === 'async' ? 'In flight' : 'Workers'}</span>
      <IconButton label="One worker fewer" disabled={fixed !== null || poolSize <= 1} onClick={() => void resizeBy(-1)}>
        <Minus size={14} aria-hidden="true" />
      </IconButton>
      <span className="bottom-stepper-value" aria-live="polite" data-testid="pool-size">
        {poolSize}
      </span>
      <IconButton
        label="One worker more"
        disabled={fixed !== null || poolSize >= MAX_PROCESSES}
        onClick={() => void resizeBy(1)}
      >
        <Plus size={14} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
