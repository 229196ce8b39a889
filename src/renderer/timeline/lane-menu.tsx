/** What can be done with one lane: the menu of its label. */
import { Check } from 'lucide-react';
import { ContextMenu as Menu } from 'radix-ui';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { LANE_SIZES } from '../../shared/settings';
import { laneStore } from '../store';
import { arrangementOf, LANE_HEIGHTS } from '../store/lane-settings';
import { landmark } from '../ui/landmark';
import { isArranged, laneCommands } from './lane-commands';
import { SIZE_WORDS } from './lane-words';
import '../ui/menu.css';

/** @param children what is clicked; lane-label-input.ts says which lane is meant, and where there is none it stays shut */
export function LaneMenu({ children }: { readonly children: ReactNode }) {
  const key = useStore(laneStore, (lanes) => lanes.menu);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>{children}</Menu.Trigger>
      <Menu.Portal container={landmark()}>
        <Menu.Content className="menu" collisionPadding={8} aria-label={key === null ? 'Lane' : laneCommands.name(key)}>
          {key !== null && <Items lane={key} />}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Items({ lane }: { readonly lane: number }) {
  const arrangement = useStore(laneStore, arrangementOf);
  const { collapsed, heights, only } = arrangement;
  const size = LANE_SIZES.find((candidate) => LANE_HEIGHTS[candidate] === heights.get(lane));
  const resize = (chosen: string): void => {
    const known = LANE_SIZES.find((candidate) => candidate === chosen);
    laneCommands.setHeight(lane, known === undefined ? null : LANE_HEIGHTS[known]);
  };
  return (
    <>
      <Menu.Label className="menu-title">{laneCommands.name(lane)}</Menu.Label>
      <Item shortcut="Shift+C" onChoose={() => laneCommands.toggleCollapsed(lane)}>
        {collapsed.has(lane) ? 'Expand' : 'Collapse'}
      </Item>
      <Item shortcut="Alt+Up" onChoose={() => laneCommands.move(lane, -1)}>
        Move up
      </Item>
      <Item shortcut="Alt+Down" onChoose={() => laneCommands.move(lane, 1)}>
        Move down
      </Item>
      <Menu.Separator className="menu-line" />
      <Menu.RadioGroup value={size ?? (heights.has(lane) ? 'own' : 'usual')} onValueChange={resize} aria-label="Height">
        <Menu.Label className="menu-title">Height of this lane</Menu.Label>
        <SizeItem value="usual">as the others</SizeItem>
        {LANE_SIZES.map((candidate) => (
          <SizeItem key={candidate} value={candidate}>
            {SIZE_WORDS[candidate]}
          </SizeItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Separator className="menu-line" />
      {only === null ? (
        <Item onChoose={() => laneCommands.showOnly(lane)}>Only this lane</Item>
      ) : (
        <Item onChoose={() => laneCommands.showOnly(null)}>All lanes</Item>
      )}
      <Item disabled={!isArranged(arrangement)} onChoose={() => laneCommands.reset()}>
        All lanes, as they come
      </Item>
    </>
  );
}

interface ItemProps {
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
  onChoose(): void;
}

function Item({ shortcut, disabled = false, children, onChoose }: ItemProps) {
  return (
    <Menu.Item className="menu-item" disabled={disabled} onSelect={onChoose}>
      {children}
      {shortcut !== undefined && <span className="menu-key">{shortcut}</span>}
    </Menu.Item>
  );
}

function SizeItem({ value, children }: { readonly value: string; readonly children: ReactNode }) {
  return (
    <Menu.RadioItem value={value} className="menu-item">
      <span className="menu-check">
        <Menu.ItemIndicator>
          <Check size={16} aria-hidden />
        </Menu.ItemIndicator>
      </span>
      {children}
    </Menu.RadioItem>
  );
}
