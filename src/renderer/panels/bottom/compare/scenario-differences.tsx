/** In what the scenarios of the two runs differ, and what that means for comparing them. */
import type { Comparison } from '../../../derive/compare/comparison';
import { isExperiment } from '../../../derive/is-live';
import type { Facts } from '../../../store/facts';

interface ScenarioDifferencesProps {
  readonly comparison: Comparison;
  readonly shown: Facts;
  readonly beside: Facts;
}

export function ScenarioDifferences({ comparison, shown, beside }: ScenarioDifferencesProps) {
  const { differences } = comparison;
  const notes = notesOf(comparison, shown, beside);
  return (
    <section className="compare-scenarios" aria-label="Scenarios">
      <h3>Scenarios</h3>
      {differences !== null && differences.length === 0 && <p>Both ran the same scenario with the same seed.</p>}
      {differences !== null && differences.length > 0 && (
        <table className="compare-fields" aria-label="Fields that differ">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, a, b }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{a}</td>
                <td>{b}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}

/** What to be cautious about, one sentence each. */
function notesOf({ differences }: Comparison, shown: Facts, beside: Facts): string[] {
  const runs = [
    { letter: 'A', facts: shown },
    { letter: 'B', facts: beside },
  ];
  const notes: string[] = [];
  if (differences === null) {
    const untold = runs.filter(({ facts }) => facts.started?.scenario === null && !isExperiment(facts));
    const without = untold.map(({ letter }) => letter);
    if (without.length > 0) {
      notes.push(
        `The file of ${without.join(' and ')} does not tell how its pool was set up: figures that both runs have are compared, scenarios and noise are not.`,
      );
    }
  }
  for (const { letter, facts } of runs) {
    const { started, ended } = facts;
    if (isExperiment(facts)) {
      notes.push(`${letter} is an experiment: it has no pool and no tasks, so only its wall time is compared.`);
    }
    if (ended !== null && ended.status !== 'completed') {
      notes.push(`${letter} did not come to its end: its figures are of what there is of it.`);
    }
    if (started?.source.kind === 'file') {
      notes.push(`${letter} comes from a file, perhaps of another machine; repeated runs are made on this one.`);
    }
  }
  return notes;
}
