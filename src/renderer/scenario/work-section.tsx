/** What a task computes, and how large the tasks are. */
import { z } from 'zod';
import { formatCount } from '../../shared/format';
import { type ItemSpec, type WorkloadName, workload, workloadNames } from '../../shared/workloads';
import { useActions, useDraft } from '../actions/context';
import { numberOf } from '../store/draft';
import type { Choice } from '../ui/select';
import { ChoiceField, fieldId, Row, TextField } from './field';
import { ModuleField } from './module-field';
import { distributionChoices, paramLabel } from './words';

const workloadChoices = workloadNames.map((name) => ({ value: name, text: workload(name).title }));
const inputChoices = [
  { value: 'generate', text: 'Drawn from the seed' },
  { value: 'items', text: 'Given one by one' },
];

export function WorkSection() {
  const { draft } = useActions();
  const name = useDraft(({ fields }) => fields['workload.name'] as WorkloadName);
  const inputKind = useDraft((state) => state.inputKind);
  const { params, summary, item } = workload(name);
  return (
    <>
      <ChoiceField
        path="workload.name"
        label="Workload"
        choices={workloadChoices}
        hint={summary}
        onChange={(chosen) => draft.setWorkload(chosen as WorkloadName)}
      />
      {name === 'module' && <ModuleField />}
      {Object.entries(params.shape).map(([param, schema]) =>
        param === 'file' ? null : choicesOf(schema) !== null ? (
          <ChoiceField
            key={`${name}.${param}`}
            path={`workload.params.${param}`}
            label={paramLabel(param)}
            choices={choicesOf(schema) ?? []}
            hint={schema.description}
          />
        ) : (
          <TextField
            key={`${name}.${param}`}
            path={`workload.params.${param}`}
            label={paramLabel(param)}
            kind={typeof schema.parse(undefined) === 'number' ? 'number' : 'text'}
            hint={schema.description}
          />
        ),
      )}
      <InputKind kind={inputKind} />
      {inputKind === 'items' ? <GivenItems item={item} /> : <GeneratedItems />}
    </>
  );
}

/** Where a parameter is one of a few words. */
function choicesOf(schema: unknown): readonly Choice[] | null {
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodEnum)) return null;
  return inner.options.map((word) => ({ value: String(word), text: paramLabel(String(word).replaceAll('-', ' ')) }));
}

function InputKind({ kind }: { readonly kind: string }) {
  const { draft } = useActions();
  return (
    <Row path="input" label="Items">
      <div className="segments" role="radiogroup" aria-label="Items" id={fieldId('input')}>
        {inputChoices.map(({ value, text }) => (
          <label key={value} className="segment">
            <input
              type="radio"
              name="input-kind"
              value={value}
              checked={kind === value}
              onChange={() => draft.setInputKind(value as 'generate' | 'items')}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </Row>
  );
}

function GivenItems({ item: { kind, label } }: { readonly item: ItemSpec }) {
  const hint =
    kind === 'value' ? 'A JSON array: one element a task.' : `One number a task, with commas between: ${label}.`;
  const path = 'input.items';
  const { draft } = useActions();
  const text = useDraft(({ fields }) => fields[path] ?? '');
  const wrong = useDraft(({ errors }) => errors[path] !== undefined);
  return (
    <Row path={path} label="Values" hint={hint}>
      <textarea
        id={fieldId(path)}
        className="field-input"
        rows={4}
        spellCheck={false}
        value={text}
        aria-invalid={wrong}
        aria-describedby={`${fieldId(path)}-note`}
        onChange={(event) => draft.set(path, event.target.value)}
      />
    </Row>
  );
}

function GeneratedItems() {
  const { item } = useDraft(({ fields }) => workload(fields['workload.name'] as WorkloadName));
  const mean = useDraft(({ fields }) => fields['input.generate.mean'] ?? '');
  const constant = useDraft(({ fields }) => fields['input.generate.distribution'] === 'constant');
  const count = <TextField path="input.generate.count" label="Tasks" />;
  if (item.kind !== 'size') return count;
  return (
    <>
      {count}
      <TextField
        path="input.generate.mean"
        label="Mean size"
        placeholder={String(item.typical)}
        hint={meanHint(item, mean)}
      />
      <ChoiceField path="input.generate.distribution" label="Sizes" choices={distributionChoices} />
      <TextField
        path="input.generate.spread"
        label="Spread"
        hint="0 to 1, as a share of the mean."
        disabled={constant}
      />
    </>
  );
}

/** What the size counts; a long number once more with its thousands apart. */
function meanHint({ label, typical }: ItemSpec, text: string): string {
  const mean = text.trim() === '' ? typical : Number(numberOf(text));
  return mean >= 10_000 ? `${label}: ${formatCount(mean)} on average.` : `${label}, on average.`;
}
