/** The break-even lab: its controls, what it has come to, and its map as a picture. */
import { runPoint } from '../../actions/break-even';
import { breakEvenStore } from '../../store/break-even';
import type { Lab } from '../lab';
import { breakEvenResults } from './break-even-results';
import { BreakEvenView } from './break-even-view';
import { svgText } from './svg-text';

export const breakEvenLab: Lab<'break-even'> = {
  name: 'break-even',
  runsForm: false,
  View: BreakEvenView,
  controls: () => ({ name: 'break-even', ...breakEvenStore.getState().controls }),
  take: ({ name: _, ...controls }) => breakEvenStore.setState({ controls, chosen: null }),
  run: () => void runPoint(),
  results: () => breakEvenResults(breakEvenStore.getState()),
  picture: () => svgText(document.querySelector<SVGSVGElement>('.break-even-picture')),
  watch: (listener) => breakEvenStore.subscribe(listener),
};
