/** Puts a forecast's workers and chunk size into the scenario form. */
import { applyToForm } from '../../../actions/apply-to-form';
import type { ForecastPoint } from '../../../derive/forecast/forecast';
import type { DraftStore } from '../../../store/draft';
import { setupWords } from './forecast-words';

/** @param withChunksize false: the call takes none, and what the form says stays */
export function applyPoint(draft: DraftStore, point: ForecastPoint, withChunksize: boolean): void {
  const chunksize = point.auto ? '' : String(point.chunksize);
  const values = {
    'pool.processes': String(point.processes),
    ...(withChunksize ? { 'call.chunksize': chunksize } : {}),
  };
  applyToForm(draft, values, `The scenario has ${setupWords(point)} now.`, 'forecast');
}
