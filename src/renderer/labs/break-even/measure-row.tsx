/** When this machine was measured, how far measuring is, and the buttons that begin and end it. */

import { Gauge } from 'lucide-react';
import { useStore } from 'zustand';
import type { BreakEvenProgress, Costs } from '../../../shared/break-even/costs';
import { cancelMeasuring, measureMachine } from '../../actions/break-even';
import { useSession } from '../../actions/context';
import { breakEvenStore } from '../../store/break-even';
import { useBusy } from '../../store/use-busy';
import { Button } from '../../ui/button';
import { cautionOf } from './cautions';

const ICON = { size: 16, 'aria-hidden': true } as const;

export function MeasureRow() {
  const progress = useStore(breakEvenStore, (state) => state.progress);
  if (progress === null) return null;
  if (progress.running) return <Measuring progress={progress} />;
  return progress.costs === null ? <NeverMeasured progress={progress} /> : <Measured costs={progress.costs} />;
}

function MeasureButton({ look, children }: { readonly look: 'primary' | 'plain'; readonly children: string }) {
  const live = useBusy();
  const busy = useStore(breakEvenStore, ({ doing }) => doing !== null) || live;
  return (
    <Button look={look} onClick={measureMachine} disabled={busy}>
      <Gauge {...ICON} /> {children}
    </Button>
  );
}

function NeverMeasured({ progress }: { readonly progress: BreakEvenProgress }) {
  const refused = useStore(breakEvenStore, (state) => state.message);
  const message = progress.message ?? refused;
  return (
    <div className="break-even-empty">
      <p>
        A map of this machine will stand here: from which size of task on, and up to which size of argument, a pool is
        quicker than a plain loop.
      </p>
      <p>First Poolscope measures what processes cost here, by real runs. That takes less than a minute.</p>
      <MeasureButton look="primary">Measure this machine</MeasureButton>
      {message !== null && <p role="status">{message}</p>}
    </div>
  );
}

function Measuring({ progress: { done, total, doing } }: { readonly progress: BreakEvenProgress }) {
  return (
    <>
      <progress className="break-even-progress" value={done} max={total} aria-label="Measuring this machine" />
      <p className="break-even-doing">
        {done} of {total} runs. {doing}
      </p>
      <Button onClick={cancelMeasuring}>Cancel</Button>
    </>
  );
}

const when = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

function Measured({ costs }: { readonly costs: Costs }) {
  const info = useSession((session) => session.info);
  const progress = useStore(breakEvenStore, (state) => state.progress);
  const message = useStore(breakEvenStore, (state) => state.message) ?? progress?.message ?? null;
  const caution = cautionOf(costs, info);
  const { cores } = costs.machine;
  return (
    <>
      <p className="break-even-doing">
        Measured {when.format(costs.takenAt)}, {cores} {cores === 1 ? 'core' : 'cores'}.{' '}
        {caution !== null && <span className="break-even-caution">{caution}</span>}{' '}
        {message !== null && (
          <span role="status" className="break-even-caution">
            {message}
          </span>
        )}
      </p>
      <MeasureButton look="plain">Measure again</MeasureButton>
    </>
  );
}
