/** Which panel is in front below the timeline: a click on its tab brings it there, and so does a command. */
import { createStore } from 'zustand/vanilla';

export interface PanelChoice {
  /** The name on its tab. A panel that the run does not have gives way to the first. */
  readonly wanted: string;
  /** While a lab is open: only the tabs are seen. null: nobody has said, so the lab has the room. */
  readonly folded: boolean | null;
}

export const panelStore = createStore<PanelChoice>(() => ({ wanted: 'Workers', folded: null }));

/** A panel that is asked for is seen. */
export const showPanel = (wanted: string): void => panelStore.setState({ wanted, folded: false });
