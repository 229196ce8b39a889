/** The Electron side: the main process of an app that has no window and no other purpose. */
import { join } from 'node:path';
import { app } from 'electron';
import { type Side, serve } from '../serve';
import { SubjectSide } from '../subject-side';
import { boot } from './boot';
import { openPoolscope } from './poolscope';
import { openRaw } from './raw';
import { openShared } from './shared';
import { TelemetryCost } from './telemetry';

const subjects = new SubjectSide({
  raw: openRaw,
  poolscope: openPoolscope,
  'poolscope-shared': openShared('once'),
  'poolscope-shared-written': openShared('each-call'),
});
const telemetry = new TelemetryCost();

const side: Side = {
  measure: (request) => {
    if (request.measure === 'boot') return boot(request.subject, request.workers);
    if (request.measure === 'telemetry') return telemetry.measure(request);
    return subjects.measure(request);
  },
  close: async () => {
    await Promise.all([subjects.close(), telemetry.close()]);
  },
};

app.disableHardwareAcceleration();
app.setPath('userData', join(import.meta.dirname, 'user-data'));
// Not awaited: Electron is not ready before this module has ended.
void app.whenReady().then(() => serve(side, () => app.exit(0)));
