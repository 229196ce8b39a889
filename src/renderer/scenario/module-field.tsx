/** The path of the user's JavaScript file: typed, chosen in a dialog, or dropped on the window. */
import { FolderOpen } from 'lucide-react';
import { useActions } from '../actions/context';
import { IconButton } from '../ui/button';
import { Row, TextInput } from './field';

export function ModuleField() {
  const path = 'workload.params.file';
  const { chooseModule } = useActions();
  return (
    <Row path={path} label="File" hint="A .js, .mjs or .cjs file. Or drop one on the window.">
      <TextInput path={path} kind="text" disabled={false} hinted />
      <IconButton label="Choose a JavaScript file" onClick={chooseModule}>
        <FolderOpen size={16} aria-hidden />
      </IconButton>
    </Row>
  );
}
