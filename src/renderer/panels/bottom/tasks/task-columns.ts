/** The columns of the table of tasks: how each is named, and by what it is sorted. */
import { PHASE_LABELS, PHASES } from '../../../../shared/phases';
import { type ReadValues, valuesOf } from '../../../derive/search/field-values';
import type { FieldName } from '../../../derive/search/fields';
import { NAME_OF_PHASE } from '../../../derive/search/phase-names';
import type { MethodId } from '../../../truth/methods';
import type { Column } from '../table/table-parts';

export interface TaskColumn extends Column {
  readonly read: ReadValues;
}

const column = (name: string, width: number, field: FieldName, method?: MethodId): TaskColumn => ({
  name,
  ...(method === undefined ? {} : { method }),
  width: `${width}px`,
  align: 'right',
  // Columns do not depend on the run's zero: none of them is a time of the axis.
  read: valuesOf(field, 0),
});

const outcome: TaskColumn = {
  name: 'Outcome',
  width: '136px',
  read: ({ table }, from, length, into) => into.set(table.columns.outcome.subarray(from, from + length)),
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const TASK_COLUMNS: readonly TaskColumn[] = [
  column('Task', 88, 'task'),
  column('Attempt', 88, 'attempt', 'task.attempt'),
  column('PID', 88, 'pid', 'task.pid'),
  column('Chunk', 88, 'chunk', 'task.chunk'),
  outcome,
  ...PHASES.map((phase) => column(capital(PHASE_LABELS[phase]), 136, NAME_OF_PHASE[phase], `phase.${phase}`)),
  column('Submit to delivery', 136, 'total', 'task.total'),
  column('Argument', 88, 'args', 'task.args'),
  column('Result', 88, 'result', 'task.result'),
];
