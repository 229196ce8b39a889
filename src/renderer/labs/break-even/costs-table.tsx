/** What processes cost on this machine, each figure with the way in which it was come by. */
import type { Costs } from '../../../shared/break-even/costs';
import { TruthBadge } from '../../ui/truth-badge';
import { costRows } from './cost-rows';

export function CostsTable({ costs }: { readonly costs: Costs }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="break-even-costs" aria-label="Costs of this machine" tabIndex={0}>
      <table className="chart-table">
        <caption className="visually-hidden">What processes cost on this machine</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Cost</th>
            <th scope="col">How it was come by</th>
          </tr>
        </thead>
        <tbody>
          {costRows(costs).map(({ label, text, kind, method }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {text} <TruthBadge method={{ kind, name: label, how: method }} />
              </td>
              <td className="break-even-method">{method}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
