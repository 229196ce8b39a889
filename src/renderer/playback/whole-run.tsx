/** Says of what does not follow a replay that it tells of the whole run. Not there while nothing is replayed. */
import { useStore } from 'zustand';
import { playbackStore } from '../store';
import './whole-run.css';

export function WholeRun() {
  const replayed = useStore(playbackStore, ({ atNs }) => atNs !== null);
  return replayed ? <span className="whole-run">whole run</span> : null;
}
