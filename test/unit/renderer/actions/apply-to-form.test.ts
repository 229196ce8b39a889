import { toast } from 'sonner';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyToForm } from '../../../../src/renderer/actions/apply-to-form';
import { createDraftStore } from '../../../../src/renderer/store/draft';
import { scenarioSchema } from '../../../../src/shared/scenario';

vi.mock('sonner', () => ({ toast: vi.fn() }));
beforeEach(() => void vi.mocked(toast).mockClear());

const change = { 'call.chunksize': '64' };
const SENTENCE = 'The chunk size is 64 now.';
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
    applyToForm(draft, change, SENTENCE);
    expect(draft.getState().scenario?.call.chunksize).toBe(64);
    expect(vi.mocked(toast).mock.calls[0]?.[0]).toBe('The chunk size is 64 now. Space runs it.');
  });

  it('is taken back by Undo', () => {
    const draft = opened();
    applyToForm(draft, change, SENTENCE);
    undo();
    expect(draft.getState().fields['call.chunksize']).toBe('1');
  });

  it('is not taken back from what was typed since', () => {
    const draft = opened();
    applyToForm(draft, change, SENTENCE);
    draft.set('call.chunksize', '7');
    undo();
    expect(draft.getState().fields['call.chunksize']).toBe('7');
  });
});
