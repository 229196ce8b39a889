/** Whether something is under way, so that nothing else can begin: a run, or several in a row, also between two of them. */
import { useStore } from 'zustand';
import { isLive } from '../derive/is-live';
import { factsStore } from '.';
import { sequenceStore } from './sequence';
import { useThrottled } from './throttled';

export function useBusy(): boolean {
  const live = isLive(useThrottled(factsStore));
  return useStore(sequenceStore, ({ current }) => current !== null) || live;
}
