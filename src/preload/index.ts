/** Gives the window `window.poolscope`: the calls of the contract and the stream of events, nothing else. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { PoolscopeApi } from '../shared/ipc';
import { CALL_NAMES, EVENT_CHANNEL } from '../shared/ipc-channels';
import type { WindowEvent } from '../shared/window-events';

const known: ReadonlySet<string> = new Set(CALL_NAMES);

const api: PoolscopeApi = {
  call: (name, request) => {
    if (!known.has(name)) throw new TypeError(`${String(name)} is not a call of Poolscope's contract`);
    return ipcRenderer.invoke(name, request);
  },
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
  onEvent: (listener) => {
    const forward = (_: unknown, event: WindowEvent): void => listener(new Set([event]));
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => ipcRenderer.removeListener(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld('poolscope', api);
