/** Puts a forecast's workers and chunk size into the scenario form. The run is the person's to start. */
import { toast } from 'sonner';
import type { ForecastPoint } from '../../../derive/forecast/forecast';
import type { DraftStore } from '../../../store/draft';
import { setupWords } from './forecast-words';

const WORKERS = 'pool.processes';
const CHUNKSIZE = 'call.chunksize';

/** @param withChunksize false: the call takes none, and what the form says stays */
export function applyPoint(draft: DraftStore, point: ForecastPoint, withChunksize: boolean): void {
  const { fields } = draft.getState();
  const former = { workers: fields[WORKERS] ?? '', chunksize: fields[CHUNKSIZE] ?? '' };
  draft.set(WORKERS, String(point.processes));
  if (withChunksize) draft.set(CHUNKSIZE, point.auto ? '' : String(point.chunksize));
  toast(`The scenario has ${setupWords(point)} now. Space runs it.`, {
    id: 'forecast',
    action: {
      label: 'Undo',
      onClick: () => {
        draft.set(WORKERS, former.workers);
        if (withChunksize) draft.set(CHUNKSIZE, former.chunksize);
      },
    },
  });
}
