/** What main told about itself and the machine at the start. Read once, before anything is drawn. */
import { createStore } from 'zustand/vanilla';
import type { AppInfo } from '../../shared/ipc';
import type { Theme } from '../../shared/settings';

export interface Session {
  readonly info: AppInfo;
  readonly theme: Theme;
  /** A sentence that needs an answer; null: none. */
  readonly trouble: { readonly title: string; readonly text: string } | null;
  readonly shortcutsShown: boolean;
  readonly paletteShown: boolean;
}

export const createSessionStore = (info: AppInfo) =>
  createStore<Session>(() => ({
    info,
    theme: info.settings.theme,
    trouble: null,
    shortcutsShown: false,
    paletteShown: false,
  }));
export type SessionStore = ReturnType<typeof createSessionStore>;
