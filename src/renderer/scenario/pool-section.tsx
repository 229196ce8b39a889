/** Which engine, how many workers, and what happens when one dies. */
import { Slider } from 'radix-ui';
import type { EngineName, LostPolicy } from '../../shared/scenario';
import { useActions, useDraft, useSession } from '../actions/context';
import { ChoiceField, Row, TextInput } from './field';
import { ENGINE_HINT, engineChoices, POLICY_HINT, policyChoices } from './words';

export function PoolSection({ serial }: { readonly serial: boolean }) {
  const engine = useDraft(({ fields }) => fields.engine as EngineName);
  const policy = useDraft(({ fields }) => fields['pool.onWorkerLost'] as LostPolicy);
  return (
    <>
      <ChoiceField path="engine" label="Engine" choices={engineChoices} hint={ENGINE_HINT[engine]} />
      <ProcessesField engine={engine} />
      <ChoiceField
        path="pool.onWorkerLost"
        label="Worker dies"
        choices={policyChoices}
        hint={POLICY_HINT[policy]}
        disabled={serial}
      />
    </>
  );
}

/** A slider up to four workers a core; the number beside it takes what a scenario file may hold, too. */
function ProcessesField({ engine }: { readonly engine: EngineName }) {
  const disabled = engine === 'serial';
  const inFlight = engine === 'async';
  const path = 'pool.processes';
  const { draft } = useActions();
  const cores = useSession(({ info }) => info.cores);
  const text = useDraft(({ fields }) => fields[path] ?? '');
  const most = cores * 4;
  const value = Math.min(most, Math.max(1, Math.round(Number(text)) || 1));
  return (
    <Row
      path={path}
      label={inFlight ? 'In flight' : 'Workers'}
      hint={inFlight ? IN_FLIGHT : workersHint(Number(text), cores)}
    >
      <Slider.Root
        className="slider"
        min={1}
        max={most}
        value={[value]}
        disabled={disabled}
        onValueChange={([chosen]) => draft.set(path, String(chosen))}
      >
        <Slider.Track className="slider-track">
          <Slider.Range className="slider-range" />
        </Slider.Track>
        <Slider.Thumb className="slider-thumb" aria-label={inFlight ? 'In flight, slider' : 'Workers, slider'} />
      </Slider.Root>
      <div className="field-short">
        <TextInput path={path} kind="number" disabled={disabled} hinted />
      </div>
    </Row>
  );
}

const IN_FLIGHT = 'Tasks that have begun and not ended, at most: as a semaphore would hold them.';

function workersHint(workers: number, cores: number): string {
  if (workers > cores) return `More than the ${cores} ${cores === 1 ? 'core' : 'cores'} here: they take turns.`;
  return `1 to ${cores * 4}: up to four for each of ${cores} cores.`;
}
