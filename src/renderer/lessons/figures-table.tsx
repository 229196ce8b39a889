/** The figures of the lesson's runs under each other, so that they can be compared. */
import { useStore } from 'zustand';
import { lessonStore } from '../store/lesson';
import type { Method } from '../truth/method';
import { TruthBadge } from '../ui/truth-badge';
import type { LessonFigure } from './lesson';

export function FiguresTable() {
  const runs = useStore(lessonStore, (state) => state.runs);
  const labels = [...new Set(runs.flatMap(({ figures }) => figures.map(({ label }) => label)))];
  if (runs.length === 0) return <p className="lesson-hint">The figures of your runs will stand here.</p>;
  const methods = new Map(runs.flatMap(({ figures }) => figures.map((figure) => [figure.label, figure] as const)));
  return (
    <div className="lesson-scroll">
      <table className="lesson-table">
        <caption className="visually-hidden">Runs of this lesson</caption>
        <thead>
          <tr>
            {labels.map((label) => (
              <th key={label} scope="col">
                <FigureName figure={methods.get(label)} />
              </th>
            ))}
          </tr>
        </thead>
        {/* What a run was made with stands above its figures: beside them there is no room for it. */}
        {runs.map(({ runId, choices, figures }) => (
          <tbody key={runId}>
            <tr>
              <th scope="rowgroup" colSpan={labels.length}>
                {choices.join(', ')}
              </th>
            </tr>
            <tr>
              {labels.map((label) => (
                <td key={label} className="lesson-figure">
                  {figures.find((figure) => figure.label === label)?.text ?? ''}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}

function FigureName({ figure }: { readonly figure: LessonFigure | undefined }) {
  if (figure === undefined) return null;
  const { label, kind, method } = figure;
  const told: Method = { kind, name: label, how: method };
  return <TruthBadge method={told} label={label} />;
}
