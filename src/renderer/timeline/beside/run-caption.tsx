/** Which of two runs a timeline shows: A or B, its name, when it was made and how long it took. */
import type { ReactNode } from 'react';
import { runName } from '../../derive/compare/run-name';
import type { FactsStore } from '../../store/facts';
import { useThrottled } from '../../store/throttled';

interface RunCaptionProps {
  readonly letter: 'A' | 'B';
  readonly facts: FactsStore;
  /** What is said where there is no run yet. */
  readonly none?: string;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

export function RunCaption({ letter, facts, none = '', children }: RunCaptionProps) {
  const name = runName(useThrottled(facts));
  return (
    <div className="run-caption" data-run={letter}>
      <strong className="run-letter">{letter}</strong>
      {name === null ? (
        <span className="run-caption-none">{none}</span>
      ) : (
        <>
          <span className="run-title" title={name.title}>
            {name.title}
          </span>
          <span className="run-wall">{name.wall}</span>
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
