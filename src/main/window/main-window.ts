/** The one window: sandboxed, without node, shown when it has something to show. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { built } from '../built';
import { resource } from '../resources';
import { APP_ORIGIN } from './content';

export function openMainWindow(): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    title: 'Poolscope',
    icon: resource('icon.png'),
    width: Math.min(1440, width),
    height: Math.min(900, height),
    minWidth: 960,
    minHeight: 600,
    show: false,
    // The colour of an empty window, until the page has drawn its own.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171c' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: built('preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A run is drawn as it goes, even behind another window.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
