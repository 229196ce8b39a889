/** Several selected tasks: what they have in common, the last few beside each other, and where they differ most. */
import { useMemo } from 'react';
import { formatBytes, formatCount, formatDuration, formatFactor } from '../../shared/format';
import { PHASE_LABELS, PHASES, type Phase } from '../../shared/phases';
import { row as asRow, type Row } from '../../shared/units';
import { compareTasks, mostDifferent, type PhaseComparison } from '../derive/compare-tasks';
import { type TaskFacts, taskFacts } from '../derive/task-facts';
import { factsStore } from '../store';
import { useThrottled } from '../store/throttled';
import { timelineCommands } from '../timeline/commands';
import { OUTCOME_WORDS } from '../timeline/describe-task';
import { Swatch } from '../timeline/legend';
import { PHASE_SWATCHES } from '../timeline/phase-swatches';
import { TruthBadge } from '../ui/truth-badge';

const MOST_SHOWN = 4;
const MOST_NAMED = 3;
/** More than these are gone through once, not again with each batch of news. */
const MOST_FOLLOWED = 10_000;

export function Comparison({ rows }: { readonly rows: readonly Row[] }) {
  const { data, revision } = useThrottled(factsStore);
  const fresh = rows.length <= MOST_FOLLOWED ? revision : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are filled in place; `fresh` tells when
  const phases = useMemo(() => compareTasks(data.table.columns, rows), [data, fresh, rows]);
  const differing = mostDifferent(phases, MOST_NAMED);
  const marked = new Set(differing.map(({ phase }) => phase));
  const shown = rows.slice(-MOST_SHOWN).flatMap((row) => taskFacts(data, row) ?? []);
  return (
    <section className="task-details comparison" aria-label={`${rows.length} selected tasks`}>
      <header className="task-heading">
        <strong>{formatCount(rows.length)} tasks</strong>
        <button type="button" className="comparison-clear" onClick={() => timelineCommands.select(null)}>
          Clear
        </button>
        <span className="comparison-words">{differWords(differing)}</span>
      </header>
      <All phases={phases} marked={marked} />
      <Shown tasks={shown} of={rows.length} marked={marked} />
    </section>
  );
}

function differWords(differing: readonly PhaseComparison[]): string {
  if (differing.length === 0) return 'They do not differ in any phase.';
  const words = differing.map(({ phase, min, max }) => {
    const factor = min > 0 ? `, ${formatFactor(max / min)}` : '';
    return `${PHASE_LABELS[phase]} (${formatDuration(min)} to ${formatDuration(max)}${factor})`;
  });
  return `They differ most in ${words.join(', then ')}.`;
}

interface AllProps {
  readonly phases: readonly PhaseComparison[];
  readonly marked: ReadonlySet<Phase>;
}

function All({ phases, marked }: AllProps) {
  return (
    <table className="comparison-table" aria-label="All selected tasks together">
      <thead>
        <tr>
          <th scope="col">Phase</th>
          <th scope="col">
            Mean <TruthBadge method="stats.mean" inHead small />
          </th>
          <th scope="col">
            Min <TruthBadge method="stats.extreme" inHead small />
          </th>
          <th scope="col">
            Max <TruthBadge method="stats.extreme" inHead small />
          </th>
        </tr>
      </thead>
      <tbody>
        {phases.map(({ phase, mean, min, max }) => (
          <tr key={phase} data-phase={phase}>
            <PhaseName phase={phase} marked={marked} />
            <td>{formatDuration(mean)}</td>
            <td>{formatDuration(min)}</td>
            <td>{formatDuration(max)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ShownProps {
  readonly tasks: readonly TaskFacts[];
  /** How many are selected. */
  readonly of: number;
  readonly marked: ReadonlySet<Phase>;
}

function Shown({ tasks, of, marked }: ShownProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where it is too wide, by keyboard, too
    <section className="comparison-scroll" aria-label="Tasks beside each other" tabIndex={0}>
      <table className="comparison-table">
        <thead>
          <tr>
            <th scope="col">
              {of > tasks.length ? `Last ${tasks.length}` : 'Each'} <TruthBadge method="phase.time" inHead small />
            </th>
            {tasks.map(({ row, task }) => (
              <th key={row} scope="col">
                <button
                  type="button"
                  className="comparison-task"
                  title={`Select task ${task} alone`}
                  onClick={() => timelineCommands.select(asRow(row))}
                >
                  #{task}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PHASES.map((phase, index) => (
            <tr key={phase}>
              <PhaseName phase={phase} marked={marked} />
              {tasks.map(({ row, phases }) => (
                <td key={row}>{formatDuration(phases[index]?.nanos ?? Number.NaN)}</td>
              ))}
            </tr>
          ))}
          <Line name="argument" tasks={tasks} text={({ argsBytes }) => formatBytes(argsBytes)} />
          <Line name="result" tasks={tasks} text={({ resultBytes }) => formatBytes(resultBytes ?? Number.NaN)} />
          <Line name="worker" tasks={tasks} text={({ pid, worker }) => String(pid ?? worker)} />
          <Line name="outcome" tasks={tasks} text={({ outcome }) => OUTCOME_WORDS[outcome]} />
        </tbody>
      </table>
    </section>
  );
}

function PhaseName({ phase, marked }: { readonly phase: Phase; readonly marked: ReadonlySet<Phase> }) {
  const differs = marked.has(phase);
  return (
    <th scope="row" data-differs={differs || undefined}>
      <span className="comparison-name">
        <Swatch {...PHASE_SWATCHES[phase]} />
        {PHASE_LABELS[phase]}
        {differs && <span className="visually-hidden"> (differs most)</span>}
      </span>
    </th>
  );
}

interface LineProps {
  readonly name: string;
  readonly tasks: readonly TaskFacts[];
  text(task: TaskFacts): string;
}

function Line({ name, tasks, text }: LineProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {tasks.map((task) => (
        <td key={task.row}>{text(task)}</td>
      ))}
    </tr>
  );
}
