/** The steps of the workshop that is edited, to be chosen, moved by dragging or Alt and arrows, added and removed. */
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { MOST_STEPS, type WorkshopStep } from '../../shared/workshop';
import { addStepAt, moveStepTo, removeStepAt } from '../actions/edit-workshop';
import { Button, IconButton } from '../ui/button';
import { AddStep } from './add-step';
import { stepTitle } from './step-words';

const ICON = { size: 16, 'aria-hidden': true } as const;

interface StepListProps {
  readonly steps: readonly WorkshopStep[];
  readonly chosen: number;
  onChoose(at: number): void;
}

export function StepList({ steps, chosen, onChoose }: StepListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [removed, setRemoved] = useState<{ readonly title: string; readonly at: number; undo(): void } | null>(null);
  const choose = (at: number): void => {
    const within = Math.min(Math.max(0, at), steps.length - 1);
    onChoose(within);
    list.current?.querySelectorAll<HTMLElement>('.workshop-step')[within]?.focus();
  };
  const move = (to: number): void => {
    if (to < 0 || to >= steps.length) return;
    moveStepTo(chosen, to);
    choose(to);
  };
  const remove = (): void => {
    const step = steps[chosen];
    if (step === undefined || steps.length === 1) return;
    setRemoved({ title: stepTitle(step), at: chosen, undo: removeStepAt(chosen) });
    choose(Math.min(chosen, steps.length - 2));
  };
  const add = (step: WorkshopStep): void => {
    addStepAt(chosen + 1, step);
    onChoose(chosen + 1);
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by !== undefined) {
      if (event.altKey) move(chosen + by);
      else choose(chosen + by);
    } else if (event.key === 'Delete') remove();
    else return;
    event.preventDefault();
  };
  const onDrop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    event.stopPropagation();
    if (dragged === null) return;
    moveStepTo(dragged, to);
    onChoose(to);
    setDragged(null);
  };
  return (
    <div className="workshop-steps">
      <ol ref={list} className="workshop-step-list" aria-label="Steps" onKeyDown={onKey}>
        {steps.map((step, at) => {
          // A step has no name of its own: its place is what is chosen.
          const place = `step ${at}`;
          return (
            <li
              key={place}
              data-dragged={at === dragged}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => onDrop(event, at)}
            >
              <button
                type="button"
                className="workshop-step"
                aria-current={at === chosen ? 'true' : undefined}
                draggable
                onDragStart={() => setDragged(at)}
                onDragEnd={() => setDragged(null)}
                onClick={() => onChoose(at)}
              >
                <span className="lesson-item-number">{at + 1}</span>
                <span className="workshop-step-title">{stepTitle(step)}</span>
                <span className="workshop-step-minutes">{step.minutes} min</span>
              </button>
            </li>
          );
        })}
      </ol>
      <div className="workshop-step-deeds">
        <AddStep onAdd={add} disabled={steps.length >= MOST_STEPS} />
        <IconButton label="Move up" shortcut="Alt+↑" onClick={() => move(chosen - 1)} disabled={chosen === 0}>
          <ArrowUp {...ICON} />
        </IconButton>
        <IconButton
          label="Move down"
          shortcut="Alt+↓"
          onClick={() => move(chosen + 1)}
          disabled={chosen === steps.length - 1}
        >
          <ArrowDown {...ICON} />
        </IconButton>
        <IconButton label="Remove the step" shortcut="Delete" onClick={remove} disabled={steps.length === 1}>
          <Trash2 {...ICON} />
        </IconButton>
      </div>
      <p className="lesson-hint" role="status">
        {removed !== null && `${removed.title} was removed.`}{' '}
        {removed !== null && (
          <Button
            onClick={() => {
              removed.undo();
              onChoose(removed.at);
              setRemoved(null);
            }}
          >
            Undo
          </Button>
        )}
      </p>
    </div>
  );
}
