/** One selected task: its journey there and back, with the time and size of every phase, and the price of its pickles. */
import { useState } from 'react';
import { formatDuration } from '../../shared/format';
import type { Phase } from '../../shared/phases';
import { type JourneyScale, journey } from '../derive/journey';
import { runIndexOf } from '../derive/run-index';
import { taskFacts } from '../derive/task-facts';
import { factsStore } from '../store';
import { useThrottled } from '../store/throttled';
import { TaskHeading } from '../timeline/task-heading';
import { TruthBadge } from '../ui/truth-badge';
import { JourneyStrip } from './journey-strip';
import { PhaseRows } from './phase-rows';
import { PriceSection } from './price-section';

export function TaskDetails({ row }: { readonly row: number }) {
  const [active, setActive] = useState<Phase | null>(null);
  const [scale, setScale] = useState<JourneyScale>('root');
  // Until it is delivered a task changes with each batch of news.
  const facts = useThrottled(factsStore);
  const { columns } = facts.data.table;
  const task = taskFacts(facts.data, row);
  if (task === null) return null;
  const total = task.phases.reduce((sum, { nanos }) => sum + nanos, 0);
  return (
    <section className="task-details" aria-label={`Task ${task.task}`}>
      <TaskHeading task={task} />
      <JourneyStrip
        pieces={journey(columns, row, scale)}
        scale={scale}
        active={active}
        onScale={setScale}
        onActive={setActive}
      />
      <PhaseRows phases={task.phases} index={runIndexOf(facts)} active={active} onActive={setActive} />
      <dl className="task-sums">
        <dt>
          From submit to delivery <TruthBadge method="task.total" />
        </dt>
        <dd>{formatDuration(total)}</dd>
      </dl>
      <PriceSection facts={facts} task={task.task} />
    </section>
  );
}
