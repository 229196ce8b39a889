import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import type { App } from 'electron';
import { expect, it, vi } from 'vitest';
import { AskedFiles } from '../../../../src/main/files/asked-files';

it('a file that starts the app waits for the window; one that comes later is told at once', () => {
  const app = new EventEmitter();
  const asked = new AskedFiles(app as unknown as App);
  const preventDefault = vi.fn();
  app.emit('open-file', { preventDefault }, '/a.poolscope');
  expect(asked.first()).toBe(resolve('/a.poolscope'));
  expect(asked.first()).toBeUndefined();
  const take = vi.fn();
  asked.follow(take);
  app.emit('open-file', { preventDefault }, '/b.poolscope');
  expect(take.mock.calls).toEqual([[resolve('/b.poolscope')]]);
  expect(preventDefault).toHaveBeenCalledTimes(2);
});
