/** What is done with recordings: the library's list is fetched while somebody looks at it. */
import { toast } from 'sonner';
import type { RecordingsChanged } from '../../shared/recordings';
import type { RecordingSettings } from '../../shared/settings';
import { recordingsStore } from '../store/recordings';
import { ask } from './ask';
import { flushAnnotations } from './save-annotations';

/** A sentence about a recording has to be read. */
const NOTICE_MS = 20_000;

export function takeRecordingsNews({ notice }: RecordingsChanged): void {
  if (notice !== null) toast(notice, { duration: NOTICE_MS, closeButton: true });
  if (recordingsStore.getState().shown) void listRecordings();
}

export function showRecordings(shown: boolean): void {
  recordingsStore.setState({ shown });
  if (shown) void listRecordings();
}

export function listRecordings(): Promise<void> {
  return sayTrouble(async () => recordingsStore.setState({ list: await ask('recording:list', undefined) }));
}

/** @param beside to be compared with the run that is shown */
export function openRecording(id: string, beside: boolean): Promise<void> {
  return sayTrouble(async () => {
    flushAnnotations();
    await ask('recording:open', { id, beside });
    showRecordings(false);
  });
}

export function keepRecording(id: string, kept: boolean): Promise<void> {
  return changeThenList(() => ask('recording:keep', { id, kept }));
}

export function deleteRecording(id: string): Promise<void> {
  return changeThenList(async () => {
    const where = await ask('recording:delete', { id });
    toast(
      where === 'trashed' ? 'The recording is in the trash.' : 'The recording was deleted: there is no trash here.',
    );
  });
}

export function saveRecordingAs(id: string): Promise<void> {
  return sayTrouble(async () => {
    const path = await ask('recording:save-as', { id });
    if (path !== null) toast(`Saved as ${path}`);
  });
}

export function changeRecordingSettings(recordings: RecordingSettings): Promise<void> {
  return changeThenList(() => ask('settings:write', { recordings }));
}

async function changeThenList(deed: () => Promise<unknown>): Promise<void> {
  await sayTrouble(deed);
  await listRecordings();
}

async function sayTrouble(deed: () => Promise<unknown>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    toast.error(error instanceof Error ? error.message : String(error));
  }
}
