import { writeFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { openFile } from '../../../../src/main/files/open-file';
import type { OpenService } from '../../../../src/main/files/open-service';
import { WorkshopFiles } from '../../../../src/main/workshops/workshop-files';
import { settingsSchema } from '../../../../src/shared/settings';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith, sessionPath } from '../session/session-file';

const session = encoded(makeRun({ tasks: 4 }));

function parts(isBusy: boolean) {
  const open = vi.fn(async () => 3);
  const workshops = new WorkshopFiles({ value: settingsSchema.parse({}), change: () => undefined }, async () => null);
  return { open, opens: { open } as unknown as OpenService, runs: { isBusy }, workshops };
}

it('a scenario is read for the form, whatever its name says, also while a run is under way', async () => {
  const path = sessionPath();
  writeFileSync(path, JSON.stringify({ version: 1, name: 'Given', workload: { name: 'sleep' } }));
  const opened = await openFile(path, false, parts(true));
  expect(opened).toMatchObject({ kind: 'scenario', file: { path, scenario: { name: 'Given' } } });
});

it('a session gives the id of its run', async () => {
  const path = fileWith(session);
  const { open, ...rest } = parts(false);
  expect(await openFile(path, false, rest)).toEqual({ kind: 'run', runId: 3 });
  expect(open).toHaveBeenCalledWith(path, 'session', false);
});

it('a session takes no place from a run that is under way; beside it there is one', async () => {
  const path = fileWith(session);
  const { open, ...rest } = parts(true);
  await expect(openFile(path, false, rest)).rejects.toThrow(`${path}: a run is under way; stop it, then open the file`);
  expect(open).not.toHaveBeenCalled();
  expect(await openFile(path, true, rest)).toEqual({ kind: 'run', runId: 3 });
});

it('a workshop is read with the scenarios that it names, and is nothing to be compared', async () => {
  const path = sessionPath();
  writeFileSync(path, JSON.stringify({ version: 1, title: 'Mine', steps: [{ title: 'Hello', text: 'Hello.' }] }));
  const opened = await openFile(path, false, parts(true));
  expect(opened).toMatchObject({ kind: 'workshop', file: { source: { path }, workshop: { title: 'Mine' } } });
  await expect(openFile(path, true, parts(true))).rejects.toThrow('to be compared, this is a workshop');
});
