/** The open lab in place of the timeline: a head that all labs have, and below it the lab's own view. */
import { Activity, ChevronDown } from 'lucide-react';
import { DropdownMenu as Menu } from 'radix-ui';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { LAB_IDEAS, LAB_TITLES, type LabName, RESULT_FORMATS, type ResultFormat } from '../../shared/labs';
import { useActions } from '../actions/context';
import { closeLab } from '../actions/labs';
import { Button } from '../ui/button';
import { landmark } from '../ui/landmark';
import type { AnyLab } from './lab';
import { labOf } from './registry';
import '../ui/menu.css';
import './labs.css';

export function LabStage({ name }: { readonly name: LabName }) {
  const lab = labOf(name);
  const { saveLab } = useActions();
  const stage = useRef<HTMLElement>(null);
  // What was asked for has the focus, whatever opened it.
  useEffect(() => stage.current?.focus({ preventScroll: true }), []);
  const { View } = lab;
  return (
    <section ref={stage} tabIndex={-1} className="lab" aria-label={`Lab: ${LAB_TITLES[name]}`}>
      <header className="lab-head">
        <h2 className="lab-title">{LAB_TITLES[name]}</h2>
        <div className="lab-actions">
          <Button onClick={saveLab}>Save as scenario…</Button>
          <ExportMenu lab={lab} />
          <Button onClick={closeLab}>
            <Activity size={16} aria-hidden /> Timeline <kbd>Shift+L</kbd>
          </Button>
        </div>
        <p className="lab-idea">{LAB_IDEAS[name]}</p>
      </header>
      <View />
    </section>
  );
}

const FORMAT_WORDS: Readonly<Record<ResultFormat, string>> = {
  csv: 'Table as CSV',
  json: 'Table and scenario as JSON',
  svg: 'Picture as SVG',
};

function ExportMenu({ lab }: { readonly lab: AnyLab }) {
  const { exportLab } = useActions();
  const some = useSyncExternalStore(lab.watch, () => lab.results() !== null);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="button" disabled={!some}>
        Export results… <ChevronDown size={16} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={landmark()}>
        <Menu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {RESULT_FORMATS.map((format) => (
            <Menu.Item key={format} className="menu-item" onSelect={() => exportLab(format)}>
              {FORMAT_WORDS[format]}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
