/** The chaos bench as a lab: its controls are those of its form, its results the table's. */
import { chaosStore } from '../../store/chaos';
import { numberOf } from '../../store/draft';
import type { Lab } from '../lab';
import { svgOfElement } from '../results/svg-of-element';
import { chaosResults } from './chaos-results';
import { ChaosView } from './chaos-view';
import { POLICY_BARS_ID } from './policy-bars';

export const chaosLab: Lab<'chaos'> = {
  name: 'chaos',
  runsForm: true,
  View: ChaosView,
  controls: () => {
    const { faults, kind, seed } = chaosStore.getState();
    return { name: 'chaos', faults: numberOf(faults), kind, seed: numberOf(seed) };
  },
  take: ({ faults, kind, seed }) => chaosStore.setState({ faults: String(faults), kind, seed: String(seed) }),
  run: ({ startChaos }) => startChaos(),
  results: () => chaosResults(chaosStore.getState()),
  picture: () => svgOfElement(document.getElementById(POLICY_BARS_ID)),
  watch: (listener) => chaosStore.subscribe(listener),
};
