/** Which panel is in front below the timeline: a click on its tab brings it there, and so does a command. */
import { createStore } from 'zustand/vanilla';

export interface PanelChoice {
  /** The name on its tab. A panel that the run does not have gives way to the first. */
  readonly wanted: string;
}

export const panelStore = createStore<PanelChoice>(() => ({ wanted: 'Workers' }));
