/** Calls main and says so when it refuses. */
import type { CallRequest, CallResponse } from '../../shared/ipc';
import type { CallName } from '../../shared/ipc-channels';

/** @throws Error with main's own sentence */
export async function ask<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>> {
  const answer = await window.poolscope.call(name, request);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}
