import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActions } from '../../../../src/renderer/actions/actions';
import { closeLab, openLab } from '../../../../src/renderer/actions/labs';
import { sequenceStore } from '../../../../src/renderer/store/sequence';
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

describe('while runs are made one after the other', () => {
  const stop = vi.fn();
  beforeEach(() => {
    stop.mockReset();
    sequenceStore.setState({ current: { title: 'The race', stop } });
  });
  afterEach(() => sequenceStore.setState({ current: null }));

  it('nothing else begins between two of them, and whoever asks is told why', async () => {
    const { run, startChaos, startRepeat, isRunning, session } = createActions(info);
    expect(isRunning()).toBe(true);
    run();
    for (const begin of [startChaos, startRepeat]) {
      session.setState({ trouble: null });
      begin();
      await vi.waitFor(() => expect(session.getState().trouble?.text).toBe('The race is under way; stop it first.'));
    }
    expect(call.mock.calls.map(([name]) => name)).toEqual([]);
  });

  it('stop stops all of them, and kill as well where there is no run to kill', () => {
    const actions = createActions(info);
    actions.stop();
    expect(stop).toHaveBeenCalledTimes(1);
    actions.kill();
    expect(stop).toHaveBeenCalledTimes(2);
  });
});

describe('saving a lab', () => {
  afterEach(closeLab);
  const save = (lab: 'four-worlds' | 'chaos') => {
    call.mockResolvedValue({ ok: true, value: null });
    const { saveLab, draft } = createActions(info);
    openLab(lab);
    draft.set('pool.processes', '0');
    saveLab();
    return call.mock.calls.map(([name]) => name);
  };

  it('does not hang on a form that it does not show', () => {
    expect(save('four-worlds')).toEqual(['scenario:save']);
  });

  it('asks nothing while a field of its form is wrong', () => {
    expect(save('chaos')).toEqual([]);
  });
});
