/** Chapters about an experiment: its processes start, it begins, and how it ended. */
import { formatDuration } from '../../../shared/format';
import type { Facts } from '../../store/facts';
import { runExtent } from '../run-extent';
import { count, draft, type Suggest } from './draft';

export const suggestStart: Suggest = (facts) => {
  const { ended, calledAt } = facts;
  if (ended === null || calledAt === null) return null;
  const { originNs } = runExtent(facts);
  const { length } = ended.summary.pids;
  const caption = `${count(length, 'process', 'processes')} of the operating system. All are ready after ${formatDuration(calledAt - originNs)}.`;
  // Replay begins here anyway.
  return { ...draft(originNs, 'The processes start', caption), pause: false };
};

export const suggestBegin: Suggest = ({ started, calledAt }) =>
  started === null || calledAt === null ? null : draft(calledAt, 'It begins', `${started.title}.`);

export const suggestEnd: Suggest = ({ ended, calledAt }: Facts) => {
  if (ended === null || calledAt === null) return null;
  const took = `It took ${formatDuration(ended.at - calledAt)}.`;
  return draft(ended.at, ENDS[ended.status] ?? 'It ends', ended.message === null ? took : `${took} ${ended.message}`);
};

const ENDS: Partial<Record<NonNullable<Facts['ended']>['status'], string>> = {
  stopped: 'It is stopped',
  killed: 'It is killed',
  broken: 'It fails',
};
