/** The chaos bench as main tells it, and what its form holds. */
import { createStore } from 'zustand/vanilla';
import type { ChaosProgress } from '../../shared/chaos';
import type { FaultKind } from '../../shared/faults';
import type { Scenario } from '../../shared/scenario';

export interface ChaosState {
  /** null before the first time. */
  readonly progress: ChaosProgress | null;
  /** What the bench was started with, its controls among it; null before the first time. */
  readonly scenario: Scenario | null;
  /** As typed. */
  readonly faults: string;
  readonly kind: FaultKind;
  readonly seed: string;
}

export const createChaosStore = () =>
  createStore<ChaosState>(() => ({ progress: null, scenario: null, faults: '3', kind: 'kill', seed: '42' }));
export type ChaosStore = ReturnType<typeof createChaosStore>;

export const chaosStore = createChaosStore();
