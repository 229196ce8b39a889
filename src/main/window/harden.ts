/** What no page in this app may do: leave, open windows, ask for permissions, reach the network, embed others. */
import { app, type Session, session } from 'electron';
import { APP_ORIGIN } from './content';

/** Call once, after the app is ready and before the first window. */
export function harden(): void {
  refusePermissions(session.defaultSession);
  refuseNetwork(session.defaultSession);
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

function refusePermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
}

/** The content security policy forbids it too; this holds even where a policy would not be asked. */
function refuseNetwork(target: Session): void {
  const ours = [`${APP_ORIGIN}/`, 'devtools:', 'data:', 'blob:'];
  target.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !ours.some((start) => url.startsWith(start)) }),
  );
}
