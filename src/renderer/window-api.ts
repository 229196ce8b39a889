/** What preload puts on `window`. */
import type { PoolscopeApi } from '../shared/ipc';

declare global {
  interface Window {
    readonly poolscope: PoolscopeApi;
  }
}
