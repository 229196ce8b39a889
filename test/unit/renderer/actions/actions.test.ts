import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createActions } from '../../../../src/renderer/actions/actions';
import type { AppInfo } from '../../../../src/shared/ipc';
import { scenarioSchema } from '../../../../src/shared/scenario';
import { settingsSchema } from '../../../../src/shared/settings';

const info: AppInfo = {
  version: '0.1.0',
  electron: '',
  node: '',
  chrome: '',
  platform: 'linux',
  cpuModel: '',
  cores: 2,
  mainPid: 1,
  defaultScenario: scenarioSchema.parse({ version: 1, workload: { name: 'sleep' } }),
  settings: settingsSchema.parse({}),
  opened: null,
  notices: [],
};

/** Main, which answers when the test says so. */
const call = vi.fn();

beforeEach(() => {
  call.mockReset();
  vi.stubGlobal('window', { poolscope: { call, onEvent: () => () => undefined }, addEventListener: () => undefined });
});

describe('run', () => {
  it('asks once, however often it is pressed before main has answered', () => {
    call.mockReturnValue(new Promise(() => undefined));
    const { run } = createActions(info);
    run();
    run();
    expect(call.mock.calls.map(([name]) => name)).toEqual(['run:start']);
  });

  it('can be asked again after main refused, and shows the sentence that main refused with', async () => {
    call.mockResolvedValue({ ok: false, message: 'No such engine.' });
    const { run, session } = createActions(info);
    run();
    await vi.waitFor(() => expect(session.getState().trouble?.text).toBe('No such engine.'));
    run();
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while a field is wrong', () => {
    const { run, draft } = createActions(info);
    draft.set('pool.processes', '0');
    run();
    expect(call).not.toHaveBeenCalled();
  });
});
