/** What rides along with each argument and result, to make pickling cost something. */
import { formatBytes } from '../../shared/format';
import { useDraft } from '../actions/context';
import { numberOf } from '../store/draft';
import { ChoiceField, TextField } from './field';
import { payloadChoices } from './words';

export function PayloadSection({ serial }: { readonly serial: boolean }) {
  const none = useDraft(({ fields }) => fields['payload.kind'] === 'none');
  const shared = useDraft(({ fields }) => fields['payload.kind'] === 'shared-memory');
  return (
    <>
      <ChoiceField
        path="payload.kind"
        label="Kind"
        choices={payloadChoices}
        disabled={serial}
        hint={serial ? 'Nothing crosses a boundary in a plain loop.' : undefined}
      />
      <SizeField path="payload.bytes" label="Bytes out" disabled={serial || none} />
      <SizeField path="payload.resultBytes" label="Bytes back" disabled={serial || none || shared} />
    </>
  );
}

interface SizeFieldProps {
  readonly path: string;
  readonly label: string;
  readonly disabled: boolean;
}

function SizeField({ path, label, disabled }: SizeFieldProps) {
  const size = Number(useDraft(({ fields }) => numberOf(fields[path] ?? '')));
  return (
    <TextField
      path={path}
      label={label}
      disabled={disabled}
      after={<span className="field-unit">{formatBytes(size)}</span>}
    />
  );
}
