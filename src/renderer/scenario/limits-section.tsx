/** How far pool, call and workers may go. Most scenarios leave it as it is, so it is folded away. */
import { useState } from 'react';
import type { LostPolicy, MethodName } from '../../shared/scenario';
import { useDraft } from '../actions/context';
import type { DraftState } from '../store/draft';
import { Fold } from '../ui/fold';
import { TextField } from './field';
import { givenLimits, LIMIT_PATHS } from './given-limits';

export function LimitsSection({ serial }: { readonly serial: boolean }) {
  const [open, setOpen] = useState(false);
  const wrong = useDraft(hasWrongLimit);
  const given = useDraft(({ fields }) => givenLimits(fields));
  // What is wrong must be seen, and the field must not vanish under the hands that mend it.
  if (wrong && !open) setOpen(true);
  return (
    <Fold
      title="Limits"
      summary={given === '' ? 'as usual' : given}
      className="scenario-section"
      open={open}
      onOpenChange={setOpen}
    >
      <LimitFields serial={serial} />
    </Fold>
  );
}

function LimitFields({ serial }: { readonly serial: boolean }) {
  const retrying = useDraft(({ fields }) => (fields['pool.onWorkerLost'] as LostPolicy) === 'retry');
  const lazy = useDraft(({ fields }) => LAZY.has(fields['call.method'] as MethodName));
  return (
    <>
      <TextField
        path="pool.retries"
        label="Retries"
        after={<Unit text="a task" />}
        hint="How often a task runs again after its worker died with it."
        disabled={serial || !retrying}
      />
      <TextField
        path="pool.taskTimeoutMs"
        label="Task timeout"
        placeholder="none"
        after={<Unit text="ms" />}
        hint="A worker at one task for longer is killed."
        disabled={serial}
      />
      <TextField
        path="pool.memoryLimitMb"
        label="Memory"
        placeholder="auto"
        after={<Unit text="MB" />}
        hint="JavaScript heap of a worker; one that fills it dies."
        disabled={serial}
      />
      <TextField
        path="pool.maxTasksPerChild"
        label="Replace after"
        placeholder="never"
        after={<Unit text="chunks" />}
        hint="Python's maxtasksperchild."
        disabled={serial}
      />
      <TextField
        path="pool.prefetch"
        label="Prefetch"
        placeholder="auto"
        after={<Unit text="chunks" />}
        hint="Sent to a worker before it is done. 1 shows each dispatch."
        disabled={serial}
      />
      <TextField
        path="call.lookAhead"
        label="Look-ahead"
        placeholder="all"
        after={<Unit text="tasks" />}
        hint="imap: taken from the input and not yet delivered."
        disabled={serial || !lazy}
      />
    </>
  );
}

const LAZY: ReadonlySet<MethodName> = new Set<MethodName>(['imap', 'imap-unordered']);

function Unit({ text }: { readonly text: string }) {
  return <span className="field-unit">{text}</span>;
}

const hasWrongLimit = ({ errors }: DraftState): boolean => LIMIT_PATHS.some((path) => errors[path] !== undefined);
