/**
 * The one gate between the window and main. Every call passes it: first the sender is checked, then the schema, then
 * the call is made. Errors leave as one sentence.
 */
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { explainIssue } from '../../shared/explain-issues';
import { type Answer, type CallResponse, type CheckedRequest, calls } from '../../shared/ipc';
import { CALL_NAMES, type CallName } from '../../shared/ipc-channels';

/** What main answers to each call of the contract. */
export type Handlers = {
  readonly [Name in CallName]: (request: CheckedRequest<Name>) => CallResponse<Name> | Promise<CallResponse<Name>>;
};

/** @param contents the only page that is answered @param origin where that page must come from */
export function openGate(contents: WebContents, origin: string, handlers: Handlers): void {
  for (const name of CALL_NAMES) {
    ipcMain.handle(name, (event, request: unknown) => {
      if (!isOurs(event, contents, origin)) return refusal('This page may not call Poolscope.');
      return answer(name, request, handlers);
    });
  }
}

/** The page itself, not a frame inside it, and still on our origin. */
function isOurs(event: IpcMainInvokeEvent, contents: WebContents, origin: string): boolean {
  const { sender, senderFrame } = event;
  return sender === contents && senderFrame === contents.mainFrame && senderFrame.url.startsWith(`${origin}/`);
}

async function answer(name: CallName, request: unknown, handlers: Handlers): Promise<Answer<unknown>> {
  const parsed = calls[name].request.safeParse(request);
  if (!parsed.success) return refusal(explainIssue(parsed.error, request));
  try {
    const call = handlers[name] as (request: unknown) => unknown;
    return { ok: true, value: await call(parsed.data) };
  } catch (error) {
    return refusal(error instanceof Error ? error.message : String(error));
  }
}

const refusal = (message: string): Answer<never> => ({ ok: false, message });
