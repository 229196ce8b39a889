/** The flask in the header: the menu of all labs, and the way back to the timeline. */
import { Check, FlaskConical } from 'lucide-react';
import { DropdownMenu as Menu } from 'radix-ui';
import { useStore } from 'zustand';
import { LAB_IDEAS, LAB_TITLES } from '../../shared/labs';
import { closeLab, openLab } from '../actions/labs';
import { labStore } from '../store/lab';
import { landmark } from '../ui/landmark';
import { Tip } from '../ui/tip';
import { labs } from './registry';
import '../ui/menu.css';
import './labs.css';

/** A lab that opens has the focus; the button would take it back. */
function focusLab(event: Event): void {
  const lab = document.querySelector<HTMLElement>('.lab');
  if (lab === null) return;
  event.preventDefault();
  lab.focus({ preventScroll: true });
}

export function LabMenu() {
  const open = useStore(labStore, (state) => state.open);
  return (
    <Menu.Root modal={false}>
      <Tip text="Labs (Shift+L)">
        <Menu.Trigger className="button button-icon" aria-label="Labs">
          <FlaskConical size={16} aria-hidden />
        </Menu.Trigger>
      </Tip>
      <Menu.Portal container={landmark()}>
        <Menu.Content
          className="menu lab-menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={focusLab}
        >
          <Menu.Item className="menu-item" onSelect={closeLab}>
            <span className="menu-check">{open === null && <Check size={16} aria-label="shown" />}</span>
            Timeline
            <kbd className="menu-key">Shift+L</kbd>
          </Menu.Item>
          <Menu.Separator className="menu-line" />
          {labs.map(({ name }) => (
            <Menu.Item key={name} className="menu-item" onSelect={() => openLab(name)}>
              <span className="menu-check">{open === name && <Check size={16} aria-label="shown" />}</span>
              <span>
                {LAB_TITLES[name]}
                <span className="lab-menu-idea">{LAB_IDEAS[name]}</span>
              </span>
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
