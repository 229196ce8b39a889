/** Which of two runs a timeline shows: A or B, its name, when it was made and how long it took. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { runName } from '../../derive/compare/run-name';
import { compareStore } from '../../store/compare';
import type { FactsStore } from '../../store/facts';
import { useThrottled } from '../../store/throttled';
import { Swatch } from '../legend';
import type { TextureName } from '../textures';

interface RunCaptionProps {
  readonly letter: 'A' | 'B';
  readonly facts: FactsStore;
  /** What its tasks are filled with where the two lie over each other. */
  readonly texture: TextureName;
  /** What is said where there is no run yet. */
  readonly none?: string;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

export function RunCaption({ letter, facts, texture, none = '', children }: RunCaptionProps) {
  const overlaid = useStore(compareStore, (compare) => compare.overlaid);
  const name = runName(useThrottled(facts));
  return (
    <div className="run-caption" data-run={letter}>
      <strong className="run-letter">{letter}</strong>
      {overlaid && <Swatch color="--phase-run" texture={texture} />}
      {name === null ? (
        <span className="run-caption-none">{none}</span>
      ) : (
        <>
          <span className="run-title" title={name.title}>
            {name.title}
          </span>
          <span className="run-wall">{name.wall}</span>
          {name.workers !== null && <span className="run-workers">{name.workers}</span>}
          <span className="run-when">
            {name.when}
            {name.file !== null && ` · ${name.file}`}
          </span>
        </>
      )}
      <span className="run-deeds">{children}</span>
    </div>
  );
}
