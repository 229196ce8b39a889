import { toast } from 'sonner';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyChange } from '../../../../src/renderer/actions/apply-change';
import { createDraftStore } from '../../../../src/renderer/store/draft';
import { scenarioSchema } from '../../../../src/shared/scenario';

vi.mock('sonner', () => ({ toast: vi.fn() }));
beforeEach(() => void vi.mocked(toast).mockClear());

const change = { path: 'call.chunksize', value: '64', text: 'Set the chunk size to 64' };
const opened = () =>
  createDraftStore(scenarioSchema.parse({ version: 1, workload: { name: 'sleep' }, call: { chunksize: 1 } }));

/** Presses Undo in the message that was shown last. */
function undo(): void {
  const action = vi.mocked(toast).mock.calls.at(-1)?.[1]?.action;
  if (typeof action !== 'object' || action === null || !('onClick' in action)) throw new Error('there is no Undo');
  action.onClick({} as never);
}

describe('a change that was advised', () => {
  it('goes into the form, and is told', () => {
    const draft = opened();
    applyChange(draft, change);
    expect(draft.getState().scenario?.call.chunksize).toBe(64);
    expect(vi.mocked(toast).mock.calls[0]?.[0]).toMatch(/^Done in the scenario: set the chunk size to 64/);
  });

  it('is taken back by Undo', () => {
    const draft = opened();
    applyChange(draft, change);
    undo();
    expect(draft.getState().fields['call.chunksize']).toBe('1');
  });

  it('is not taken back from what was typed since', () => {
    const draft = opened();
    applyChange(draft, change);
    draft.set('call.chunksize', '7');
    undo();
    expect(draft.getState().fields['call.chunksize']).toBe('7');
  });
});
