/** Entry of the main process: a command without a window, or the app with one. */
import { app } from 'electron';
import { openApp } from './app';
import { isCommand, ownArguments } from './arguments';
import { runCommand } from './cli/command';
import { declareContentScheme } from './window/content';

const args = ownArguments(process.argv);
const userData = process.env.POOLSCOPE_USER_DATA;
if (userData !== undefined && userData !== '') app.setPath('userData', userData);

declareContentScheme();
if (isCommand(args)) {
  // Nothing is drawn: without this Chromium looks for a graphics card and complains.
  app.disableHardwareAcceleration();
  runCommand(args).then(
    (status) => app.exit(status),
    (error) => {
      console.error(error);
      app.exit(3);
    },
  );
} else {
  openApp(args).catch((error) => {
    console.error(error);
    app.exit(3);
  });
}
