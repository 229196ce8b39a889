/** A task that is selected in run B, and the same task in run A, phase by phase. */
import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { formatDuration } from '../../shared/format';
import { PHASE_LABELS } from '../../shared/phases';
import { signed } from '../derive/compare/figure-words';
import { runIndexOf } from '../derive/run-index';
import { taskFacts } from '../derive/task-facts';
import { whyIdle } from '../derive/why-idle/why-idle';
import { rowOfTask } from '../panels/bottom/row-of-task';
import { besideStore, factsStore } from '../store';
import { useThrottled } from '../store/throttled';
import { selectedRow } from '../store/view';
import { besideRun } from '../timeline/beside/beside';
import { Swatch } from '../timeline/legend';
import { PHASE_SWATCHES } from '../timeline/phase-swatches';
import { TaskHeading } from '../timeline/task-heading';
import { IconButton } from '../ui/button';
import { TruthBadge } from '../ui/truth-badge';
import { unbroken } from '../ui/unbroken';
import './beside-task.css';

/** The gap of a lane of run B that was asked about, and why it is there. */
export function BesideGap() {
  const gap = useStore(besideRun.view, (view) => view.gap);
  const facts = useThrottled(besideStore);
  if (gap === null || facts.started === null) return null;
  const { sentence } = whyIdle(facts, runIndexOf(facts), gap);
  return (
    <section className="beside-task" aria-label="Why idle, in run B">
      <header className="beside-task-head">
        <h2 className="inspector-title">Why idle, in run B?</h2>
        <IconButton label="Ask no more about run B" onClick={() => besideRun.commands.explain(null)}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <p>
        {unbroken(sentence)} <TruthBadge method="idle" />
      </p>
    </section>
  );
}

export function BesideTask() {
  const row = useStore(besideRun.view, selectedRow);
  const { data, started } = useThrottled(besideStore);
  const shown = useThrottled(factsStore);
  const task = row === null || started === null ? null : taskFacts(data, row);
  if (task === null) return null;
  const same = shown.started === null ? undefined : rowOfTask(shown).get(task.task);
  const other = same === undefined ? null : taskFacts(shown.data, same);
  return (
    <section className="beside-task" aria-label={`Task ${task.task} of run B`}>
      <header className="beside-task-head">
        <h2 className="inspector-title">Task of run B</h2>
        <IconButton label="Let go of the task of run B" onClick={() => besideRun.commands.select(null)}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <TaskHeading task={task} />
      <table className="phase-table">
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">B</th>
            {other !== null && <th scope="col">A</th>}
            {other !== null && <th scope="col">A − B</th>}
          </tr>
        </thead>
        <tbody>
          {task.phases.map(({ phase, nanos }, index) => {
            const inA = other?.phases[index]?.nanos ?? Number.NaN;
            return (
              <tr key={phase} data-phase={phase}>
                <th scope="row">
                  <Swatch {...PHASE_SWATCHES[phase]} />
                  {PHASE_LABELS[phase]}
                </th>
                <td>{formatDuration(nanos)}</td>
                {other !== null && <td>{formatDuration(inA)}</td>}
                {other !== null && <td>{signed(inA - nanos, formatDuration)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="beside-task-note">
        {other === null ? (
          'Run A has no such task yet.'
        ) : (
          <>
            Times are <TruthBadge method="phase.time" />, A − B is <TruthBadge method="compare.difference" />
          </>
        )}
      </p>
    </section>
  );
}
