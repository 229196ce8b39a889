/** Says that something of the run is not there: never hidden, because every picture and figure lacks it. */
import { formatCount } from '../../shared/format';

export function droppedText(records: number): string {
  return records === 1
    ? '✕ 1 record was dropped: the timeline and all figures lack it'
    : `✕ ${formatCount(records)} records were dropped: the timeline and all figures lack them`;
}
