/**
 * The one gate between the window and main. Every call passes it: first the sender is checked, then the schema, then
 * the call is made. Errors leave as one sentence.
 */
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { explainIssue } from '../../shared/explain-issues';
import { type Answer, type CallResponse, type CheckedRequest, calls } from '../../shared/ipc';
import { CALL_NAMES, type CallName, type ExportPageCall, type WindowCall } from '../../shared/ipc-channels';

/** What main answers to each call of the contract. */
export type Handlers = {
  readonly [Name in CallName]: (request: CheckedRequest<Name>) => CallResponse<Name> | Promise<CallResponse<Name>>;
};

export type WindowHandlers = Pick<Handlers, WindowCall>;
export type ExportPageHandlers = Pick<Handlers, ExportPageCall>;

export class Gate {
  /** What each page may call. A page that is not in it is answered nothing. */
  private readonly admitted = new Map<WebContents, Partial<Handlers>>();

  /** @param origin where pages must come from */
  constructor(private readonly origin: string) {
    for (const name of CALL_NAMES) {
      ipcMain.handle(name, (event, request: unknown) => {
        const handlers = this.handlersFor(event);
        if (handlers?.[name] === undefined) return refusal('This page may not call Poolscope.');
        return answer(name, request, handlers);
      });
    }
  }

  /** @param handlers what the page may call, until it is gone */
  admit(contents: WebContents, handlers: Partial<Handlers>): void {
    this.admitted.set(contents, handlers);
    contents.once('destroyed', () => this.admitted.delete(contents));
  }

  /** The page itself, not a frame inside it, and still on our origin. */
  private handlersFor({ sender, senderFrame }: IpcMainInvokeEvent): Partial<Handlers> | undefined {
    const ours = senderFrame === sender.mainFrame && senderFrame.url.startsWith(`${this.origin}/`);
    return ours ? this.admitted.get(sender) : undefined;
  }
}

async function answer(name: CallName, request: unknown, handlers: Partial<Handlers>): Promise<Answer<unknown>> {
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
