/** The row above the phases of a table: what is told of each, chosen once for all tables. */

import type { Measure } from '../../../../shared/run-figures';
import { measureChoices } from '../../../derive/compare/comparison';
import { Segments } from '../../../inspector/segments';
import { compareStore } from '../../../store/compare';

/** @param columns of the table */
export function MeasureRow({ columns, measure }: { readonly columns: number; readonly measure: Measure }) {
  return (
    <tr className="compare-group">
      <th scope="rowgroup" colSpan={columns}>
        Phases of a task{' '}
        <Segments
          label="Of each phase"
          value={measure}
          choices={measureChoices}
          onChange={(value) => compareStore.setState({ measure: value })}
        />
      </th>
    </tr>
  );
}
