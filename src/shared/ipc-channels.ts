/** The names of the channels between the window and main. On their own, because the preload script loads no schemas. */

export const CALL_NAMES = [
  'app:info',
  'settings:write',
  'file:open',
  'file:cancel',
  'scenario:save',
  'workshop:list',
  'workshop:open',
  'workshop:save',
  'module:choose',
  'run:start',
  'experiment:start',
  'run:stop',
  'run:kill',
  'run:kill-worker',
  'run:resize',
  'run:ack',
  'chaos:start',
  'chaos:cancel',
  'repeat:start',
  'repeat:cancel',
  'lab:export',
  'break-even:read',
  'break-even:start',
  'break-even:cancel',
  'results:read',
  'results:tiles',
  'task:price',
  'lesson:gallery',
  'clipboard:write',
  'window:full-screen',
  'export:start',
  'export:cancel',
  'export:show',
  'export-page:job',
  'export-page:taken',
  'export-page:piece',
  'export-page:progress',
  'export-page:end',
  'run:annotate',
  'recording:list',
  'recording:open',
  'recording:keep',
  'recording:delete',
  'recording:save-as',
  'recording:thumbnail',
  'recording:draw',
] as const;
export type CallName = (typeof CALL_NAMES)[number];
/** Calls of the page that draws exports. The window makes the others. */
export type ExportPageCall = Extract<CallName, `export-page:${string}`>;
export type WindowCall = Exclude<CallName, ExportPageCall>;

/** The one channel from main to the window. */
export const EVENT_CHANNEL = 'poolscope:event';
