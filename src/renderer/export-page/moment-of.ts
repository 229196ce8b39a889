/** As of which moment a picture is drawn. */
import type { PictureOptions } from '../../shared/picture-options';
import { runExtent } from '../derive/run-extent';
import type { FactsStore } from '../store/facts';

/** @returns ns since the clock base; null: the whole run */
export function momentOf(facts: FactsStore, { atNs }: Pick<PictureOptions, 'atNs'>): number | null {
  return atNs === null ? null : runExtent(facts.getState()).originNs + atNs;
}
