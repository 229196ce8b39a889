/** What workers print to stdout and stderr, live. */
import { useState } from 'react';
import { factsStore, logStore } from '../../../store';
import type { Facts } from '../../../store/facts';
import type { LogLines } from '../../../store/log-lines';
import { useThrottled } from '../../../store/throttled';
import { Select } from '../../../ui/select';
import { EmptyState } from '../empty-state';
import { LogTable } from './log-table';
import { ALL, linesOf, logNote, workerChoices } from './log-view';

export function LogPanel() {
  const facts = useThrottled(factsStore);
  const { runId, lines } = useThrottled(logStore);
  if (facts.started === null) {
    return <EmptyState>What workers print to stdout and stderr appears here, with the PID of each.</EmptyState>;
  }
  if (lines.added === 0) {
    return (
      <EmptyState withKey={false}>
        {facts.ended === null ? 'No worker has printed anything so far.' : 'No worker printed anything in this run.'}
      </EmptyState>
    );
  }
  // Another run has other workers: the choice among them begins anew.
  return <Lines key={runId} facts={facts} log={lines} />;
}

function Lines({ facts, log }: { facts: Facts; log: LogLines }) {
  const [chosen, setChosen] = useState(ALL);
  const worker = chosen === ALL ? null : Number(chosen);
  return (
    <div className="bottom-panel">
      <div className="bottom-bar">
        <label className="bottom-log-filter" htmlFor="log-worker">
          Show
          <Select
            id="log-worker"
            value={chosen}
            choices={workerChoices(log, facts.data.workers)}
            onChange={setChosen}
          />
        </label>
        <p className="bottom-note" data-testid="log-note">
          {logNote(log, worker)}
        </p>
      </div>
      <LogTable key={chosen} facts={facts} lines={linesOf(log, worker)} added={log.added} />
    </div>
  );
}
