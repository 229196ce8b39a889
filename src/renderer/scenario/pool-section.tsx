/** Which engine, how many workers, and how they are fed. */
import { Slider } from 'radix-ui';
import type { EngineName } from '../../shared/scenario';
import { useActions, useDraft, useSession } from '../actions/context';
import { ChoiceField, Row, TextField, TextInput } from './field';
import { ENGINE_HINT, engineChoices } from './words';

export function PoolSection({ serial }: { readonly serial: boolean }) {
  const engine = useDraft(({ fields }) => fields.engine as EngineName);
  return (
    <>
      <ChoiceField path="engine" label="Engine" choices={engineChoices} hint={ENGINE_HINT[engine]} />
      <ProcessesField disabled={serial} />
      <TextField
        path="pool.maxTasksPerChild"
        label="Replace after"
        placeholder="never"
        after={<span className="field-unit">chunks</span>}
        disabled={serial}
      />
      <TextField
        path="pool.prefetch"
        label="Prefetch"
        placeholder="auto"
        after={<span className="field-unit">chunks</span>}
        hint="Waiting in each worker's pipe, its present one included. 1 shows each dispatch."
        disabled={serial}
      />
    </>
  );
}

/** A slider up to four workers a core; the number beside it takes what a scenario file may hold, too. */
function ProcessesField({ disabled }: { readonly disabled: boolean }) {
  const path = 'pool.processes';
  const { draft } = useActions();
  const cores = useSession(({ info }) => info.cores);
  const text = useDraft(({ fields }) => fields[path] ?? '');
  const most = cores * 4;
  const value = Math.min(most, Math.max(1, Math.round(Number(text)) || 1));
  return (
    <Row path={path} label="Workers" hint={workersHint(Number(text), cores)}>
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
        <Slider.Thumb className="slider-thumb" aria-label="Workers, slider" />
      </Slider.Root>
      <div className="field-short">
        <TextInput path={path} kind="number" disabled={disabled} hinted />
      </div>
    </Row>
  );
}

function workersHint(workers: number, cores: number): string {
  if (workers > cores) return `More than the ${cores} ${cores === 1 ? 'core' : 'cores'} here: they take turns.`;
  return `1 to ${cores * 4}: up to four for each of ${cores} cores.`;
}
