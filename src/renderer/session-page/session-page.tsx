/** The page of one recording: what was run, the timeline, and what is pointed out on it. */
import { Tooltip } from 'radix-ui';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { SessionHeader } from '../../shared/session/session-header';
import { Figures } from '../header/figures';
import { Comparison } from '../inspector/comparison';
import { IdleSection } from '../inspector/idle-section';
import { NotesSection } from '../inspector/notes-section';
import { RangeSection } from '../inspector/range-section';
import { TaskDetails } from '../inspector/task-details';
import { viewStore } from '../store';
import { Timeline } from '../timeline/timeline';
import { ChapterList } from './chapter-list';
import { listenForPageKeys } from './page-keys';
import { scenarioFacts } from './scenario-facts';
import '../header/header.css';
import '../inspector/inspector.css';
import './session-page.css';

export interface PageProps {
  readonly header: SessionHeader;
  /** One sentence on why the recording is not whole; null: it is. */
  readonly trouble: string | null;
}

export function SessionPage({ header, trouble }: PageProps) {
  useEffect(() => listenForPageKeys(window), []);
  return (
    <Tooltip.Provider delayDuration={400}>
      <div className="page">
        <header className="page-head">
          <h1 className="page-title">{header.scenario.name}</h1>
          <Figures />
        </header>
        {trouble !== null && (
          <p className="page-trouble" role="status">
            {trouble}
          </p>
        )}
        <main className="page-body">
          <div className="page-timeline">
            <Timeline />
          </div>
          <Details header={header} />
        </main>
      </div>
    </Tooltip.Provider>
  );
}

function Details({ header }: { readonly header: SessionHeader }) {
  const selection = useStore(viewStore, (view) => view.selection);
  const [row] = selection;
  return (
    <aside className="inspector page-details" aria-label="Details">
      <IdleSection />
      <RangeSection />
      <h2 className="inspector-title">{selection.length > 1 ? 'Tasks' : 'Task'}</h2>
      {row === undefined ? (
        <p className="task-empty">
          Click a task on the timeline to see its journey. Click a gap between tasks to ask why its worker was idle. W,
          A, S and D zoom and pan.
        </p>
      ) : selection.length > 1 ? (
        <Comparison rows={selection} />
      ) : (
        <TaskDetails row={row} />
      )}
      <ChapterList />
      <NotesSection />
      <section aria-labelledby="page-scenario">
        <h2 id="page-scenario" className="inspector-title">
          Scenario
        </h2>
        <dl className="page-facts">
          {scenarioFacts(header).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  );
}
