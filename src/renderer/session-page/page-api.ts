/**
 * What the window asks of main, as a page that has nobody behind it answers it: settings are not kept, texts go to the
 * browser's own clipboard.
 */
import type { Answer, PoolscopeApi } from '../../shared/ipc';

const refused = (message: string): Answer<never> => ({ ok: false, message });

export function pageApi(clipboard: Pick<Clipboard, 'writeText'> | undefined): PoolscopeApi {
  const answer = async (name: string, request: unknown): Promise<Answer<unknown>> => {
    if (name === 'settings:write') return { ok: true, value: undefined };
    if (name !== 'clipboard:write') return refused('A page with a recording cannot do this.');
    try {
      if (clipboard === undefined) throw new Error('no clipboard');
      await clipboard.writeText(String(request));
      return { ok: true, value: undefined };
    } catch {
      return refused('This browser does not let the page copy.');
    }
  };
  return {
    call: answer as PoolscopeApi['call'],
    pathOf: () => '',
    onEvent: () => () => undefined,
  };
}
