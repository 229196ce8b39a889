/** What a person can do with presenter mode: enter and leave it, ask for what it leaves out, fill the screen. */
import { toast } from 'sonner';
import type { PresenterPreferences } from '../../shared/settings';
import { ask } from '../actions/ask';
import { saveSettings } from '../actions/save-settings';
import { laneStore } from '../store';
import type { LaneStore } from '../store/lane-settings';
import { type Aside, type PresenterStore, presenterStore } from '../store/presenter';

export type PresenterCommands = ReturnType<typeof createPresenterCommands>;

interface PresenterParts {
  readonly presenter: PresenterStore;
  readonly lanes: LaneStore;
  /** Remembers preferences until the next start. */
  keep(preferences: PresenterPreferences): void;
  fillScreen(): void;
  /** Takes away messages that are shown. */
  hush(): void;
}

export function createPresenterCommands({ presenter, lanes, keep, fillScreen, hush }: PresenterParts) {
  const prefer = (change: Partial<PresenterPreferences>): void => {
    presenter.setState(change);
    const { spotlight, keys } = presenter.getState();
    keep({ spotlight, keys });
  };
  return {
    isOn: (): boolean => presenter.getState().presenting,
    enter(): void {
      // What the window said before is not for the audience.
      hush();
      presenter.setState({ presenting: true, asides: [] });
      lanes.setState({ fitted: true });
    },
    leave(): void {
      presenter.setState({ presenting: false });
      lanes.setState({ fitted: false });
    },
    toggle(): void {
      if (presenter.getState().presenting) this.leave();
      else this.enter();
    },
    showAside(aside: Aside, shown: boolean): void {
      const others = presenter.getState().asides.filter((other) => other !== aside);
      presenter.setState({ asides: shown ? [...others, aside] : others });
    },
    toggleAside(aside: Aside): void {
      this.showAside(aside, !presenter.getState().asides.includes(aside));
    },
    toggleSpotlight(): void {
      prefer({ spotlight: !presenter.getState().spotlight });
    },
    toggleKeys(): void {
      prefer({ keys: !presenter.getState().keys });
    },
    fillScreen,
  };
}

/** Those of the running app. */
export const presenterCommands: PresenterCommands = createPresenterCommands({
  presenter: presenterStore,
  lanes: laneStore,
  keep: (presenter) => saveSettings({ presenter }),
  hush: () => void toast.dismiss(),
  fillScreen: () => {
    ask('window:full-screen', 'toggle').catch((error: unknown) => {
      toast.error(error instanceof Error ? error.message : String(error));
    });
  },
});
