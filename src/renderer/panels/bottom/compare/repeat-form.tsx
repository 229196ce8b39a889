/** How often scenarios are repeated, how that stands, and what came to grief on the way. */
import { useStore } from 'zustand';
import { formatCount } from '../../../../shared/format';
import { LEAST_TIMES, MOST_TIMES } from '../../../../shared/repeat';
import { useActions } from '../../../actions/context';
import { seriesOf } from '../../../derive/compare/comparison';
import { type Compare, compareStore } from '../../../store/compare';
import { numberOf } from '../../../store/draft';
import { Button } from '../../../ui/button';

export function RepeatForm({ comparing }: { readonly comparing: boolean }) {
  const { startRepeat, cancelRepeat } = useActions();
  const compare = useStore(compareStore);
  const { times, warmUp, progress } = compare;
  const running = progress?.running === true;
  const count = Number(numberOf(times));
  const wrong = !Number.isInteger(count) || count < LEAST_TIMES || count > MOST_TIMES;
  return (
    <form
      className="compare-repeat"
      aria-label="Repeated runs"
      onSubmit={(event) => {
        event.preventDefault();
        if (running) cancelRepeat();
        else if (!wrong) startRepeat();
      }}
    >
      <label htmlFor="repeat-times">Times</label>
      <input
        id="repeat-times"
        className="field-input field-input-number"
        inputMode="numeric"
        value={times}
        disabled={running}
        aria-invalid={wrong}
        title={`${LEAST_TIMES} to ${MOST_TIMES}`}
        onChange={(event) => compareStore.setState({ times: event.target.value })}
      />
      <label className="compare-check">
        <input
          type="checkbox"
          checked={warmUp}
          disabled={running}
          onChange={(event) => compareStore.setState({ warmUp: event.target.checked })}
        />
        A warm-up run first
      </label>
      <Button type="submit" disabled={wrong && !running}>
        {running
          ? 'Cancel'
          : comparing
            ? `Run each ${wrong ? '…' : count} times`
            : `Repeat ${wrong ? '…' : count} times`}
      </Button>
      <p className="compare-state" role="log" aria-label="How the repeated runs stand">
        {wrong ? `Times: expected a whole number from ${LEAST_TIMES} to ${MOST_TIMES}.` : stateText(compare, comparing)}
      </p>
    </form>
  );
}

/** How it stands, in one or two sentences. */
function stateText({ progress, asked, series }: Compare, comparing: boolean): string {
  if (progress === null) {
    return comparing ? 'Noise is unknown: run each 5 times to know.' : 'Repeated runs tell how much is noise.';
  }
  const { done, total, running, message } = progress;
  if (running)
    return `Run ${formatCount(Math.min(done + 1, total))} of ${formatCount(total)}; the timeline stays as it is.`;
  const broken = asked.flatMap((scenario) => {
    const own = seriesOf(series, scenario);
    return own === undefined || own.broken === 0 ? [] : [own];
  });
  const lost = broken.map(
    ({ broken: count, runs, reason, scenario }) =>
      `${formatCount(count)} of ${formatCount(count + runs.length)} runs of ${scenario.name} did not count: ${reason ?? 'they did not come to their end.'}`,
  );
  const made = Math.max(0, ...progress.series.map((runs) => runs.length));
  const each = progress.series.length > 1 ? ' of each scenario' : '';
  return [message ?? `${formatCount(made)} runs${each} made.`, ...lost].join(' ');
}
