/** The hidden window that draws exports. Drawn off screen: it needs no display, and is as sandboxed as the one that is seen. */
import { BrowserWindow } from 'electron';
import { built } from '../../built';
import { APP_ORIGIN } from '../../window/content';

/** Its page is not loaded yet. */
export function makeExportWindow(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 320,
    height: 240,
    webPreferences: {
      // Without this it would need a display.
      offscreen: true,
      preload: built('preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  // What the page itself looks like is of no interest.
  window.webContents.setFrameRate(1);
  return window;
}

export const EXPORT_PAGE = `${APP_ORIGIN}/export-page/index.html`;
