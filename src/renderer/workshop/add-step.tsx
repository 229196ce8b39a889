/** The menu of what a new step can be. */
import { Plus } from 'lucide-react';
import { DropdownMenu as Menu } from 'radix-ui';
import { LAB_TITLES } from '../../shared/labs';
import type { WorkshopStep } from '../../shared/workshop';
import { useDraft } from '../actions/context';
import { labs } from '../labs/registry';
import { lessons } from '../lessons/registry';
import '../ui/menu.css';

interface AddStepProps {
  readonly disabled: boolean;
  onAdd(step: WorkshopStep): void;
}

export function AddStep({ disabled, onAdd }: AddStepProps) {
  const scenario = useDraft((draft) => draft.scenario);
  const item = (text: string, step: Omit<WorkshopStep, 'minutes' | 'notes'>, minutes: number) => (
    <Menu.Item key={text} className="menu-item" onSelect={() => onAdd({ ...step, minutes, notes: [] })}>
      {text}
    </Menu.Item>
  );
  return (
    <Menu.Root>
      <Menu.Trigger className="button" disabled={disabled}>
        <Plus size={16} aria-hidden />
        Add
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="menu workshop-menu" align="start" sideOffset={4} collisionPadding={8}>
          <Menu.Label className="menu-title">Lesson</Menu.Label>
          {lessons.map(({ name, title }) => item(title, { lesson: name }, 12))}
          <Menu.Separator className="menu-line" />
          <Menu.Label className="menu-title">Lab</Menu.Label>
          {labs.map(({ name }) => item(LAB_TITLES[name], { lab: name }, 10))}
          <Menu.Separator className="menu-line" />
          <Menu.Label className="menu-title">Other</Menu.Label>
          {scenario !== null && item('The scenario in the form', { scenario, title: scenario.name || 'Scenario' }, 5)}
          {item('Exercise', { title: 'Exercise', text: ['What everybody is to try.'] }, 5)}
          {item('Break', { title: 'Break', text: ['Be back in ten minutes.'] }, 10)}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
