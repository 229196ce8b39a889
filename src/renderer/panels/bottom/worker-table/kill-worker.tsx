/** Ends one worker while it works, as a crash would: the pool's policy then decides. A toast says what happened. */
import { toast } from 'sonner';
import type { RunStarted } from '../../../../shared/run-events';
import type { Scenario } from '../../../../shared/scenario';
import type { WorkerRecord } from '../../../../shared/telemetry';
import { useSession } from '../../../actions/context';
import { Button } from '../../../ui/button';
import { Tip } from '../../../ui/tip';
import { killedSentence, killWords, notKilledSentence } from './kill-words';

async function kill(runId: number, scenario: Scenario, worker: WorkerRecord, platform: string): Promise<void> {
  const answer = await window.poolscope.call('run:kill-worker', { runId, worker: worker.index });
  if (!answer.ok) toast.error(answer.message);
  else if (answer.value) toast(killedSentence(scenario, worker, platform));
  else toast(notKilledSentence(scenario.engine, worker));
}

interface KillWorkerProps {
  /** The run under way; null: nothing runs. */
  readonly running: RunStarted | null;
  readonly worker: WorkerRecord;
}

export function KillWorker({ running, worker }: KillWorkerProps) {
  const platform = useSession(({ info }) => info.platform);
  if (running === null || running.scenario === null || worker.pid === null || worker.exit !== null) return null;
  const { runId, scenario } = running;
  const words = killWords(scenario.engine, worker, platform);
  if (words === null) return null;
  return (
    <Tip text={words.label}>
      <Button
        look="danger"
        className="bottom-kill"
        aria-label={words.label}
        onClick={() => void kill(runId, scenario, worker, platform)}
      >
        {words.text}
      </Button>
    </Tip>
  );
}
