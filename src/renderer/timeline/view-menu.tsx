/** The menu of how lanes are shown: by what they are grouped and coloured, and how high they are. */
import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu as Menu } from 'radix-ui';
import { useStore } from 'zustand';
import { COLOURINGS, GROUPINGS, LANE_SIZES } from '../../shared/settings';
import { laneStore } from '../store';
import { arrangementOf } from '../store/lane-settings';
import { landmark } from '../ui/landmark';
import { isArranged, laneCommands } from './lane-commands';
import { COLOUR_WORDS, GROUP_WORDS, SIZE_WORDS } from './lane-words';
import '../ui/menu.css';

export function ViewMenu() {
  const settings = useStore(laneStore);
  const { groupBy, colourBy, laneSize, truth } = settings;
  const arrangement = arrangementOf(settings);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="button timeline-view" aria-label="View of the lanes">
        {arrangement.only === null ? 'View' : 'View: one lane'}
        <ChevronDown size={16} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={landmark()}>
        <Menu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <Choices
            title="Lanes by"
            shortcut="G"
            value={groupBy}
            words={GROUP_WORDS}
            values={GROUPINGS}
            onChoose={(value) => laneCommands.group(value)}
          />
          <Menu.Separator className="menu-line" />
          <Choices
            title="Colour by"
            shortcut="C"
            value={colourBy}
            words={COLOUR_WORDS}
            values={COLOURINGS}
            onChoose={(value) => laneCommands.colour(value)}
          />
          <Menu.Separator className="menu-line" />
          <Choices
            title="Height"
            shortcut="H"
            value={laneSize}
            words={SIZE_WORDS}
            values={LANE_SIZES}
            onChoose={(value) => laneCommands.resize(value)}
          />
          <Menu.Separator className="menu-line" />
          <Menu.CheckboxItem className="menu-item" checked={truth} onCheckedChange={() => laneCommands.toggleTruth()}>
            <span className="menu-check">
              <Menu.ItemIndicator>
                <Check size={16} aria-hidden />
              </Menu.ItemIndicator>
            </span>
            Measured, derived or simulated
          </Menu.CheckboxItem>
          <Menu.Separator className="menu-line" />
          <Menu.Item className="menu-item" disabled={!isArranged(arrangement)} onSelect={() => laneCommands.reset()}>
            <span className="menu-check" />
            All lanes, as they come
          </Menu.Item>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface ChoicesProps<Value extends string> {
  readonly title: string;
  readonly shortcut: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  onChoose(value: Value): void;
}

function Choices<Value extends string>({ title, shortcut, value, values, words, onChoose }: ChoicesProps<Value>) {
  const choose = (chosen: string): void => {
    const known = values.find((candidate) => candidate === chosen);
    if (known !== undefined) onChoose(known);
  };
  return (
    <Menu.RadioGroup value={value} onValueChange={choose} aria-label={title}>
      <Menu.Label className="menu-title">
        {title} <kbd className="menu-key">{shortcut}</kbd>
      </Menu.Label>
      {values.map((candidate) => (
        <Menu.RadioItem key={candidate} value={candidate} className="menu-item">
          <span className="menu-check">
            <Menu.ItemIndicator>
              <Check size={16} aria-hidden />
            </Menu.ItemIndicator>
          </span>
          {words[candidate]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
