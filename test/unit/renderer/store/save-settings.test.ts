import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveNow, saveSettings } from '../../../../src/renderer/actions/save-settings';

const call = vi.fn(async () => ({ ok: true, value: undefined }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { poolscope: { call } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  call.mockClear();
});

describe('settings', () => {
  it('are saved once, a moment after the last of many changes', () => {
    saveSettings({ theme: 'light' });
    vi.advanceTimersByTime(300);
    saveSettings({ panels: { columns: { scenario: 20 } } });
    vi.advanceTimersByTime(300);
    expect(call).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(call.mock.calls).toEqual([['settings:write', { theme: 'light', panels: { columns: { scenario: 20 } } }]]);
  });

  it('are saved at once when the window goes, and not a second time', () => {
    saveSettings({ theme: 'dark' });
    saveNow();
    expect(call.mock.calls).toEqual([['settings:write', { theme: 'dark' }]]);
    vi.advanceTimersByTime(1000);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('are left alone where nothing has changed', () => {
    saveNow();
    expect(call).not.toHaveBeenCalled();
  });
});
