/** The error of one task whole: name, message and the stack of where it was raised. */
import type { Summary, TaskFailure } from '../../../../shared/summary';
import type { Facts } from '../../../store/facts';

const byTask = new WeakMap<Summary, ReadonlyMap<number, TaskFailure>>();

function failureOf(summary: Summary, task: number): TaskFailure | undefined {
  let known = byTask.get(summary);
  if (known === undefined) {
    known = new Map(summary.errors.map((failure) => [failure.task, failure]));
    byTask.set(summary, known);
  }
  return known.get(task);
}

export function ErrorDetail({ facts, row }: { facts: Facts; row: number | null }) {
  const task = row === null ? null : (facts.data.table.columns.task[row] ?? null);
  const failure = task === null || facts.ended === null ? undefined : failureOf(facts.ended.summary, task);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="bottom-detail" aria-label="Error of the selected task" data-testid="error-detail" tabIndex={0}>
      {failure === undefined ? (
        <p className="bottom-muted">{hint(facts, task)}</p>
      ) : (
        <>
          <h3>
            Task {task}: {failure.name}
          </h3>
          <p>{failure.message}</p>
          <pre>{failure.stack}</pre>
        </>
      )}
    </section>
  );
}

function hint(facts: Facts, task: number | null): string {
  if (task === null) return "Select a task to see the worker's own stack.";
  if (facts.ended === null) return 'The stack appears here when the run has ended.';
  return 'The summary keeps the stacks of the first 1,000 errors; this task came later.';
}
