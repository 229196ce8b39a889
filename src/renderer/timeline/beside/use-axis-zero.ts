/** The zero of the shown run's axis for React: moments are told as the axis has them, beside another run too. */
import { useStore } from 'zustand';
import { besideStore, factsStore } from '../../store';
import { compareStore } from '../../store/compare';
import { axisZeroNs } from './alignment';

/** @returns ns since the clock base */
export function useAxisZero(): number {
  useStore(compareStore, ({ alignBy }) => alignBy);
  useStore(besideStore, axisZeroOfBeside);
  return useStore(factsStore, axisZeroNs);
}

/** Changes with whatever of the run beside may move the zero. */
const axisZeroOfBeside = ({ started, calledAt }: ReturnType<typeof besideStore.getState>): string =>
  `${started?.runId ?? ''} ${calledAt ?? ''}`;
