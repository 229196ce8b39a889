/** How far the run is: a hairline bar, and a line of words that is read out when the run begins and ends. */

import { formatCount, formatDuration, formatRate } from '../../shared/format';
import type { RunEnded } from '../../shared/run-events';
import { sharedCountText } from '../../shared/shared-count-text';
import { turnsCaution } from '../../shared/turns-caution';
import { useDraft, useSession } from '../actions/context';
import { countsAt } from '../derive/as-of/counts-at';
import { coresOf } from '../derive/cores-of';
import { isExperiment, isLive, isTrace } from '../derive/is-live';
import { type RunProgress, runProgress } from '../derive/run-progress';
import { useStageLayout } from '../labs/use-stage-layout';
import { factsStore, playbackStore } from '../store';
import type { Facts } from '../store/facts';
import { useThrottled } from '../store/throttled';
import { statusTruth } from '../truth/run-truth';
import { TruthBadge } from '../ui/truth-badge';
import { droppedText } from './dropped-text';
import { Reading, useReadShare } from './reading';
import { Recording } from './recording';

export function Progress() {
  const facts = useThrottled(factsStore);
  const progress = runProgress(facts);
  const cores = coresOf(
    facts,
    useSession(({ info }) => info.cores),
  );
  const { atNs } = useThrottled(playbackStore);
  const { total } = progress;
  const { done, failed, lost } = atNs === null ? progress : doneAt(facts, atNs);
  const read = useReadShare();
  const over = isExperiment(facts) && facts.ended !== null;
  const share = read ?? (over ? 1 : total === 0 ? 0 : Math.min(1, (done + failed + lost) / total));
  return (
    <div className="progress">
      <div
        className="progress-bar"
        role="progressbar"
        aria-label={read !== null ? 'File read' : isExperiment(facts) ? 'Experiment' : 'Tasks done'}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <span className="progress-full" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="progress-text">
        <Reading />
        <Recording facts={facts} />
        <Blocked running={isLive(facts)} />
        <span>{liveText(facts, progress)}</span>
        {isLive(facts) && facts.calledAt !== null && <TruthBadge method="status.live" />}
        <span role="status" className={facts.ended === null ? 'visually-hidden' : ''}>
          {statusText(facts)}
        </span>
        {facts.ended !== null && facts.ended.status !== 'refused' && <TruthBadge method={statusTruth(facts)} />}
        {facts.dropped > 0 && <span className="progress-dropped">{droppedText(facts.dropped)}</span>}
        <span className="progress-caution">
          {facts.started !== null &&
            facts.started.scenario !== null &&
            (facts.ended?.summary.tasks.completed ?? 0) > 0 &&
            turnsCaution(facts.started.scenario, cores)}
        </span>
      </p>
    </div>
  );
}

function doneAt(facts: Facts, atNs: number): Pick<RunProgress, 'done' | 'failed' | 'lost'> {
  const { completed, failed, lost } = countsAt(facts, atNs);
  return { done: completed, failed, lost };
}

/** Before a run: that it can begin, or why it cannot. */
function Blocked({ running }: { readonly running: boolean }) {
  const wrong = useDraft(({ errors }) => Object.keys(errors).length);
  const first = useThrottled(factsStore).started === null;
  const { form } = useStageLayout();
  // What is not run must not stand in the way.
  if (running || !form) return null;
  if (wrong === 0) return first ? <span>Ready. Space runs the scenario.</span> : null;
  return (
    <span className="progress-blocked">
      {wrong === 1 ? 'A field of the scenario is' : `${wrong} fields of the scenario are`} not valid. Space leads there.
    </span>
  );
}

/** Changes all the time, so it is not read out. */
function liveText(facts: Facts, progress: RunProgress): string {
  const { calledAt } = facts;
  if (!isLive(facts)) return '';
  if (isExperiment(facts)) return experimentLiveText(facts);
  if (calledAt === null) return 'Booting workers …';
  const { done, total, throughput, remainingNs } = progress;
  const parts = [
    `${formatCount(done)} of ${formatCount(total)} tasks`,
    Number.isNaN(throughput.value) ? '' : formatRate(throughput.value),
    Number.isNaN(remainingNs.value) ? '' : `${formatDuration(remainingNs.value)} left`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Changes twice a run. */
function statusText(facts: Facts): string {
  const { started, ended, data } = facts;
  if (started === null) return '';
  if (ended === null) return isLive(facts) ? 'Running' : `Reading the ${isTrace(facts) ? 'trace' : 'recording'}`;
  if (isExperiment(facts)) return experimentText(ended);
  if (ended.status === 'refused') return `Not run: ${ended.message}`;
  const { tasks, wallMs } = ended.summary;
  const parts = [
    started.tasks === 0 && data.slices.lanes.length > 0
      ? `${slicesText(data.slices)} over ${formatDuration(wallMs * 1e6)}`
      : `${formatCount(tasks.completed)} of ${formatCount(started.tasks)} tasks in ${formatDuration(wallMs * 1e6)}`,
    tasks.failed > 0 ? `${formatCount(tasks.failed)} failed` : '',
    tasks.lost > 0 ? `${formatCount(tasks.lost)} lost` : '',
    tasks.retried > 0 ? `${formatCount(tasks.retried)} retried` : '',
    ended.summary.counter === undefined ? '' : sharedCountText(ended.summary.counter),
    ended.status === 'broken' && ended.message !== null ? ended.message : '',
  ];
  const status = isTrace(facts) && ended.status === 'completed' ? 'Read' : STATUS_WORDS[ended.status];
  const words = `${status}: ${parts.filter((part) => part !== '').join(', ')}`;
  return ended.status === 'unfinished' && ended.message !== null ? `${words}. ${ended.message}` : words;
}

function experimentLiveText({ calledAt, now }: Facts): string {
  return calledAt === null ? 'Starting processes …' : `Running for ${formatDuration(Math.max(0, now - calledAt))}`;
}

function experimentText({ status, message, summary: { pids, wallMs } }: RunEnded): string {
  const words = status === 'refused' ? 'Not run' : status === 'broken' ? 'It failed' : STATUS_WORDS[status];
  const processes = `${formatCount(pids.length)} ${pids.length === 1 ? 'process' : 'processes'}`;
  return `${words}: ${processes} in ${formatDuration(wallMs * 1e6)}${message === null ? '' : `. ${message}`}`;
}

function slicesText({ count, lanes }: Facts['data']['slices']): string {
  const [slices, many] = [count === 1 ? 'slice' : 'slices', lanes.length === 1 ? 'lane' : 'lanes'];
  return `${formatCount(count)} ${slices} in ${formatCount(lanes.length)} ${many}`;
}

const STATUS_WORDS = {
  completed: 'Finished',
  stopped: 'Stopped',
  killed: 'Killed',
  broken: 'The engine failed',
  unfinished: 'Cut short',
} as const;
