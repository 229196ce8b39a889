/** Where the teacher is in the workshop, how the time goes, and the ways on. Stands below the header. */
import { ChevronLeft, ChevronRight, NotebookText, PencilLine, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useActions, useSession } from '../actions/context';
import { chordText } from '../commands/chord';
import { clockText, paceText, workshopTime } from '../derive/workshop-time';
import { isUnsaved, spentBy, workshopStore } from '../store/workshop';
import { IconButton } from '../ui/button';
import { Select } from '../ui/select';
import { stepTitle } from './step-words';
import { useNotes } from './use-notes';
import './workshop.css';

const ICON = { size: 16, 'aria-hidden': true } as const;
const TICK_MS = 1000;
/** A crash takes no more than this of what was spent. */
const KEEP_MS = 15_000;

export function WorkshopBar() {
  const { workshops } = useActions();
  const platform = useSession(({ info }) => info.platform);
  const workshop = useStore(workshopStore, (state) => state.workshop);
  const step = useStore(workshopStore, (state) => state.step);
  const unsaved = useStore(workshopStore, isUnsaved);
  const notes = useNotes();
  if (workshop === null) return null;
  const { steps, title, language } = workshop;
  const choices = steps.map((one, index) => ({
    value: String(index),
    text: `${index + 1}. ${stepTitle(one)}`,
    note: `${one.minutes} min`,
  }));
  return (
    <section className="workshop-bar" aria-label={`Workshop: ${title}`}>
      <IconButton
        label="Previous step"
        shortcut={chordText('Mod+[', platform)}
        onClick={workshops.previous}
        disabled={step === 0}
      >
        <ChevronLeft {...ICON} />
      </IconButton>
      <IconButton
        label="Next step"
        shortcut={chordText('Mod+]', platform)}
        onClick={workshops.next}
        disabled={step === steps.length - 1}
      >
        <ChevronRight {...ICON} />
      </IconButton>
      <span className="workshop-place">
        Step {step + 1} of {steps.length}
      </span>
      <div className="workshop-choice" lang={language}>
        <Select
          id="workshop-step"
          name="Step"
          value={String(step)}
          choices={choices}
          onChange={(value) => workshops.goTo(Number(value))}
        />
      </div>
      <Clock />
      <span className="workshop-deeds">
        <IconButton
          label={notes.shown ? 'Hide notes for the teacher' : 'Show notes for the teacher'}
          aria-pressed={notes.shown}
          onClick={notes.toggle}
        >
          <NotebookText {...ICON} />
        </IconButton>
        <IconButton
          label={unsaved ? 'Edit the workshop: changes are not saved' : 'Edit the workshop'}
          className="workshop-edit"
          data-unsaved={unsaved}
          onClick={() => workshops.edit(true)}
        >
          <PencilLine {...ICON} />
        </IconButton>
        <IconButton label="End the workshop" className="workshop-end" onClick={workshops.end}>
          <X {...ICON} />
        </IconButton>
      </span>
    </section>
  );
}

function Clock() {
  const { workshops } = useActions();
  const state = useStore(workshopStore);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), TICK_MS);
    const keep = setInterval(() => workshops.keep(), KEEP_MS);
    return () => {
      clearInterval(tick);
      clearInterval(keep);
    };
  }, [workshops]);
  const minutes = (state.workshop?.steps ?? []).map((step) => step.minutes);
  const time = workshopTime(minutes, spentBy(state, now), state.step);
  return (
    <span className="workshop-clock">
      <span className="workshop-spent" data-over={time.spent > time.planned}>
        {clockText(time.spent)} of {time.planned / 60_000} min
      </span>
      <span className="workshop-all">
        {Math.floor(time.allSpent / 60_000)} of {time.allPlanned / 60_000} min, {paceText(time.behind)}
      </span>
    </span>
  );
}
