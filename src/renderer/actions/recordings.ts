/** What is done with recordings: the library's list is fetched while somebody looks at it. */
import { toast } from 'sonner';
import type { RecordingsChanged } from '../../shared/recordings';
import { recordingsStore } from '../store/recordings';
import { ask } from './ask';

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

export async function listRecordings(): Promise<void> {
  try {
    recordingsStore.setState({ list: await ask('recording:list', undefined) });
  } catch (error) {
    toast.error(error instanceof Error ? error.message : String(error));
  }
}
