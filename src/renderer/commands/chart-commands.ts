/** Commands that bring a chart to the front, wherever one is. */
import { CHARTS } from '../panels/bottom/charts/chart-kinds';
import { chartStore } from '../panels/bottom/charts/chart-store';
import { showPanel } from '../store/panel-choice';
import type { Command } from './command';

export const chartCommands: readonly Command[] = [
  ...CHARTS.map(
    ({ id, title }): Command => show(`chart-${id}`, `Chart: ${title}`, () => chartStore.setState({ shown: id })),
  ),
  show('chart-all', 'Chart: all of them', () => chartStore.setState({ shown: 'all' })),
  show('chart-table', 'Charts as pictures or as tables', () =>
    chartStore.setState({ asTable: !chartStore.getState().asTable }),
  ),
];

function show(id: string, text: string, choose: () => void): Command {
  return {
    id,
    text,
    chords: [],
    group: 'View',
    act: () => {
      choose();
      showPanel('Charts');
    },
  };
}
