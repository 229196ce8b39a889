/** The figures of the lesson's runs, the latest first: a block of a few lines each, so that they fit and can be compared. */
import { useStore } from 'zustand';
import { NO_VALUE } from '../../shared/format';
import { type LessonRun, lessonStore } from '../store/lesson';
import { TruthBadge } from '../ui/truth-badge';
import { figureSpans } from './figure-spans';

export function FiguresTable() {
  const runs = useStore(lessonStore, (state) => state.runs);
  if (runs.length === 0) return <p className="lesson-hint">The figures of your runs will stand here.</p>;
  const spans = figureSpans(runs);
  return (
    <table className="lesson-table lesson-figures">
      <caption className="visually-hidden">Runs of this lesson</caption>
      <thead className="visually-hidden">
        <tr>
          {[...spans.keys()].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {runs.toReversed().map((run, at) => (
        <RunFigures key={run.runId} run={run} spans={spans} latest={at === 0} />
      ))}
    </table>
  );
}

interface RunFiguresProps {
  readonly run: LessonRun;
  readonly spans: ReadonlyMap<string, number>;
  /** Its labels tell how each figure is come by. */
  readonly latest: boolean;
}

function RunFigures({ run: { choices, figures }, spans, latest }: RunFiguresProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={spans.size}>
          {choices.join(', ')}
        </th>
      </tr>
      <tr className="lesson-run">
        {[...spans].map(([label, span]) => {
          const figure = figures.find((one) => one.label === label);
          return (
            <td key={label} data-span={span}>
              <span className="lesson-figure-label">
                {latest && figure !== undefined ? (
                  <TruthBadge method={{ kind: figure.kind, name: label, how: figure.method }} label={label} />
                ) : (
                  // The head of the column says it to those who hear it.
                  <span aria-hidden>{label}</span>
                )}
              </span>
              <span className="lesson-figure">{figure?.text ?? NO_VALUE}</span>
            </td>
          );
        })}
      </tr>
    </tbody>
  );
}
