/** Every command by name: opened with Mod+K, searched by typing, run with Enter. */
import { Command as Cmdk } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useRef } from 'react';
import { useActions, useSession } from '../actions/context';
import { useReturnFocus } from '../ui/return-focus';
import { chordText } from './chord';
import type { Command } from './command';
import { palette } from './registry';
import './palette.css';

export function Palette() {
  const actions = useActions();
  const shown = useSession(({ paletteShown }) => paletteShown);
  const chosen = useRef<Command | null>(null);
  // Not before the palette is gone: a command may move the focus, or open something itself.
  const focus = useReturnFocus(() => {
    chosen.current?.act?.(actions);
    chosen.current = null;
  });
  const choose = (command: Command): void => {
    chosen.current = command;
    actions.showPalette(false);
  };
  return (
    <Radix.Root open={shown} onOpenChange={actions.showPalette}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content className="palette" aria-describedby={undefined} {...focus}>
          <Radix.Title className="visually-hidden">Commands</Radix.Title>
          <PaletteList onChoose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteList({ onChoose }: { readonly onChoose: (command: Command) => void }) {
  const platform = useSession(({ info }) => info.platform);
  const groups = palette();
  return (
    <Cmdk label="Commands" loop className="palette-command">
      <Cmdk.Input className="palette-input" placeholder="What do you want to do?" />
      <Cmdk.List className="palette-list" label="Commands">
        <Cmdk.Empty className="palette-empty">No command has these words.</Cmdk.Empty>
        {groups.map(({ group, commands }) => (
          <Cmdk.Group key={group} heading={group} className="palette-group">
            {commands.map((command) => (
              <Cmdk.Item
                key={command.id}
                value={command.text}
                keywords={[group]}
                className="palette-item"
                onSelect={() => onChoose(command)}
              >
                <span>{command.text}</span>
                {command.chords[0] !== undefined && <kbd>{chordText(command.chords[0], platform)}</kbd>}
              </Cmdk.Item>
            ))}
          </Cmdk.Group>
        ))}
      </Cmdk.List>
    </Cmdk>
  );
}
