/** The page of all keys. */
import { useActions, useSession } from '../actions/context';
import { Dialog } from '../ui/dialog';
import { chordText } from './chord';
import { commands } from './registry';
import './shortcuts.css';

const groups = [...new Set(commands.map(({ group }) => group))];

export function ShortcutsDialog() {
  const { showShortcuts } = useActions();
  const shown = useSession(({ shortcutsShown }) => shortcutsShown);
  const platform = useSession(({ info }) => info.platform);
  return (
    <Dialog
      open={shown}
      title="Keyboard"
      text="Letters work wherever you do not type. Arrow keys and Enter work while the timeline has the focus."
      onClose={() => showShortcuts(false)}
    >
      <div className="shortcuts">
        {groups.map((group) => (
          <div key={group}>
            <h3 className="shortcuts-group">{group}</h3>
            {commands
              .filter((command) => command.group === group && command.chords.length > 0)
              .map(({ id, text, chords }) => (
                <p key={id} className="shortcut">
                  <span>{text}</span>
                  <span className="shortcut-keys">
                    {chords.map((chord) => (
                      <kbd key={chord}>{chordText(chord, platform)}</kbd>
                    ))}
                  </span>
                </p>
              ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
