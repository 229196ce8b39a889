/** Fields of the form that a lab needs at hand: one draft, so that both show the same. */

import { useStore } from 'zustand';
import type { WorkloadName } from '../../shared/workloads';
import { workload, workloadNames } from '../../shared/workloads';
import { useActions, useDraft } from '../actions/context';
import { distributionChoices } from '../scenario/words';
import { lessonStore } from '../store/lesson';
import { type Choice, Select } from '../ui/select';

const workloadChoices = workloadNames.map((name) => ({ value: name, text: workload(name).title }));

/** Workers, and which tasks: enough to set a lab up while a lesson stands in place of the form. */
export function FormFields() {
  const { draft } = useActions();
  const inLesson = useStore(lessonStore, ({ open }) => open !== null);
  const given = useDraft(({ inputKind }) => inputKind === 'items');
  const sized = useDraft(({ fields }) => workload(fields['workload.name'] as WorkloadName).item.kind === 'size');
  const constant = useDraft(({ fields }) => fields['input.generate.distribution'] === 'constant');
  if (!inLesson) return null;
  return (
    <>
      <FormChoice
        path="workload.name"
        label="Workload"
        choices={workloadChoices}
        onChange={(name) => draft.setWorkload(name as WorkloadName)}
      />
      <FormNumber path="pool.processes" label="Workers" />
      {given ? (
        <FormText path="input.items" label="Items" />
      ) : (
        <>
          <FormNumber path="input.generate.count" label="Tasks" />
          {sized && <FormNumber path="input.generate.mean" label="Mean size" wide />}
          {sized && <FormChoice path="input.generate.distribution" label="Sizes" choices={distributionChoices} />}
          {sized && !constant && <FormNumber path="input.generate.spread" label="Spread" />}
          <FormNumber path="seed" label="Seed" />
        </>
      )}
    </>
  );
}

interface FieldProps {
  readonly path: string;
  readonly label: string;
  readonly wide?: boolean;
}

export function FormNumber(props: FieldProps) {
  return <FormInput {...props} className="field-input field-input-number" />;
}

function FormText(props: FieldProps) {
  return <FormInput {...props} className="field-input lab-items" />;
}

function FormInput({ path, label, wide = false, className }: FieldProps & { readonly className: string }) {
  const { draft } = useActions();
  const text = useDraft(({ fields }) => fields[path] ?? '');
  const error = useDraft(({ errors }) => errors[path]);
  return (
    <label className="lab-field">
      <span>{label}</span>
      <input
        className={className}
        data-wide={wide}
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={error !== undefined}
        title={error}
        onChange={(event) => draft.set(path, event.target.value)}
      />
    </label>
  );
}

interface FormChoiceProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly onChange?: (value: string) => void;
}

export function FormChoice({ path, label, choices, onChange }: FormChoiceProps) {
  const { draft } = useActions();
  const value = useDraft(({ fields }) => fields[path] ?? '');
  const id = `lab-${path.replaceAll('.', '-')}`;
  return (
    <div className="lab-field">
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} choices={choices} onChange={onChange ?? ((chosen) => draft.set(path, chosen))} />
    </div>
  );
}
