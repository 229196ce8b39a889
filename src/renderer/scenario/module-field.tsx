/** The path of the user's JavaScript file: typed, chosen in a dialog, or dropped on the window. */
import { FolderOpen } from 'lucide-react';
import { useActions, useDraft } from '../actions/context';
import { IconButton } from '../ui/button';
import { Row, TextInput } from './field';

export function ModuleField() {
  const path = 'workload.params.file';
  const { chooseModule } = useActions();
  const [name = ''] = useDraft(({ fields }) => fields[path] ?? '').match(/[^/\\]*$/) ?? [];
  // The field may show the beginning of a long path only.
  const hint = name === '' ? 'A .js, .mjs or .cjs file. Or drop one on the window.' : `${name}, or drop another one.`;
  return (
    <Row path={path} label="File" hint={hint}>
      <TextInput path={path} kind="text" disabled={false} hinted />
      <IconButton label="Choose a JavaScript file" onClick={chooseModule}>
        <FolderOpen size={16} aria-hidden />
      </IconButton>
    </Row>
  );
}
