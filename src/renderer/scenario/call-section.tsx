/** Which call of the pool, and how many items go into a message. */
import { defaultChunksize, IMAP_CHUNKSIZE } from '../../shared/chunking';
import { formatCount } from '../../shared/format';
import { taskCount } from '../../shared/generate-items';
import type { MethodName } from '../../shared/scenario';
import { useDraft } from '../actions/context';
import type { DraftState } from '../store/draft';
import { ChoiceField, TextField } from './field';
import { METHOD_HINT, methodChoices } from './words';

export function CallSection({ serial }: { readonly serial: boolean }) {
  const method = useDraft(({ fields }) => fields['call.method'] as MethodName);
  const auto = useDraft(autoChunksize);
  const single = method === 'apply' || method === 'apply-async';
  return (
    <>
      <ChoiceField
        path="call.method"
        label="Method"
        choices={methodChoices}
        hint={METHOD_HINT[method]}
        disabled={serial}
      />
      <TextField
        path="call.chunksize"
        label="Chunk size"
        placeholder={single ? 'one' : auto === null ? 'auto' : `auto = ${formatCount(auto)}`}
        after={<span className="field-unit">tasks</span>}
        disabled={serial || single}
      />
    </>
  );
}

/** The number that an empty chunk size stands for; null while the scenario is not valid. */
function autoChunksize({ scenario }: DraftState): number | null {
  if (scenario === null) return null;
  const { method } = scenario.call;
  if (method === 'apply' || method === 'apply-async') return 1;
  if (method === 'imap' || method === 'imap-unordered') return IMAP_CHUNKSIZE;
  return defaultChunksize(taskCount(scenario), scenario.pool.processes);
}
