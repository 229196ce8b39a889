/** What may go wrong with a worker, and what the pool does then. */
import type { LostPolicy } from '../../shared/scenario';
import { useDraft } from '../actions/context';
import { ChoiceField, TextField } from './field';
import { POLICY_HINT, policyChoices } from './words';

export function FaultsSection({ serial }: { readonly serial: boolean }) {
  const policy = useDraft(({ fields }) => fields['pool.onWorkerLost'] as LostPolicy);
  return (
    <>
      <ChoiceField
        path="pool.onWorkerLost"
        label="Worker dies"
        choices={policyChoices}
        hint={POLICY_HINT[policy]}
        disabled={serial}
      />
      <TextField
        path="pool.retries"
        label="Retries"
        after={<span className="field-unit">a task</span>}
        disabled={serial || policy !== 'retry'}
      />
      <TextField
        path="pool.taskTimeoutMs"
        label="Task timeout"
        placeholder="none"
        after={<span className="field-unit">ms</span>}
        hint="A worker at one task for longer is killed."
        disabled={serial}
      />
      <TextField
        path="pool.memoryLimitMb"
        label="Memory limit"
        placeholder="none"
        after={<span className="field-unit">MB</span>}
        hint="JavaScript heap of each worker."
        disabled={serial}
      />
    </>
  );
}
