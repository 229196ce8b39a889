/** Shows the recordings of earlier runs. */
import { ListVideo } from 'lucide-react';
import { showRecordings } from '../actions/recordings';
import { chordText } from '../commands/chord';
import { IconButton } from '../ui/button';

export function RecordingsButton({ platform }: { readonly platform: string }) {
  const shortcut = chordText('Mod+Shift+O', platform);
  return (
    <IconButton label="Recordings" shortcut={shortcut} onClick={() => showRecordings(true)}>
      <ListVideo size={16} aria-hidden />
    </IconButton>
  );
}
