/** Edits the workshop that is open: its steps in order on the left, the one that is chosen on the right. */
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { useStore } from 'zustand';
import { minutesOf, type Workshop } from '../../shared/workshop';
import { useActions } from '../actions/context';
import { changeWorkshop } from '../actions/edit-workshop';
import { isUnsaved, workshopStore } from '../store/workshop';
import { Button } from '../ui/button';
import { useReturnFocus } from '../ui/return-focus';
import { CheckedField } from './checked-field';
import { StepFields } from './step-fields';
import { StepList } from './step-list';
import { titleTrouble } from './title-trouble';
import './workshop.css';

export function WorkshopEditor() {
  const { workshops } = useActions();
  const workshop = useStore(workshopStore, (state) => state.workshop);
  const editing = useStore(workshopStore, (state) => state.editing && state.leaving === null);
  const focus = useReturnFocus();
  return (
    <Radix.Root open={editing && workshop !== null} onOpenChange={(stays) => !stays && workshops.edit(false)}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content className="dialog workshop-editor" {...focus}>
          <Radix.Title className="dialog-title">Edit the workshop</Radix.Title>
          <Radix.Description className="dialog-text">
            Changes take effect at once, and are kept until they are saved.
          </Radix.Description>
          {workshop !== null && <Editor workshop={workshop} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Editor({ workshop }: { readonly workshop: Workshop }) {
  const { workshops } = useActions();
  const present = useStore(workshopStore, (state) => state.step);
  const unsaved = useStore(workshopStore, isUnsaved);
  /** `times`: fields keep what is typed, so that each choice has fields of its own. */
  const [{ chosen, times }, setChoice] = useState({ chosen: present, times: 0 });
  const choose = (step: number): void => setChoice({ chosen: step, times: times + 1 });
  const at = Math.min(chosen, workshop.steps.length - 1);
  const step = workshop.steps[at];
  return (
    <>
      <div className="workshop-head">
        <CheckedField
          label="Title of the workshop"
          value={workshop.title}
          check={titleTrouble}
          onChange={(title) => changeWorkshop({ title: title.trim() })}
        />
        <CheckedField
          label="Language"
          value={workshop.language}
          check={(text) => (LANGUAGE.test(text) ? null : 'expected a language such as en or pt-BR')}
          onChange={(language) => changeWorkshop({ language })}
        />
      </div>
      <div className="workshop-edit-columns">
        <StepList steps={workshop.steps} chosen={at} onChoose={choose} />
        {step !== undefined && <StepFields key={times} step={step} at={at} />}
      </div>
      <div className="dialog-actions">
        <span className="workshop-sum" role="status">
          {workshop.steps.length} steps, {minutesOf(workshop)} minutes{unsaved ? ', not saved' : ''}
        </span>
        <Button onClick={() => workshops.save(true)}>Save as…</Button>
        <Button onClick={() => workshops.save(false)} disabled={!unsaved}>
          Save
        </Button>
        <Button look="primary" onClick={() => workshops.edit(false)}>
          Close
        </Button>
      </div>
    </>
  );
}

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
