/** The panels below the timeline: the same run as tables, as a picture, and as a sum. */
import './bottom-panels.css';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../../shared/format';
import type { LessonName } from '../../../shared/lesson-names';
import { isExperiment } from '../../derive/is-live';
import { useStageLayout } from '../../labs/use-stage-layout';
import { CodePanel } from '../../lessons/code-panel';
import { GalleryPanel } from '../../lessons/gallery/gallery-panel';
import { WholeRun } from '../../playback/whole-run';
import { factsStore } from '../../store';
import type { Facts } from '../../store/facts';
import { labStore } from '../../store/lab';
import { lessonStore } from '../../store/lesson';
import { panelStore, showPanel } from '../../store/panel-choice';
import { presenterStore } from '../../store/presenter';
import { useThrottled } from '../../store/throttled';
import { IconButton } from '../../ui/button';
import { ChaptersPanel } from './chapters/chapters-panel';
import { ChartsPanel } from './charts/charts-panel';
import { ComparePanel } from './compare/compare-panel';
import { EmptyState } from './empty-state';
import { ErrorsPanel } from './errors/errors-panel';
import { failuresOf } from './errors/failures';
import { ForecastPanel } from './forecast/forecast-panel';
import { LogPanel } from './log/log-panel';
import { PicklingPanel } from './pickling/pickling-panel';
import { PicturePanel } from './picture/picture-panel';
import { isPicture } from './picture/tile-grid';
import { ResultsPanel } from './results/results-panel';
import { TabList } from './tab-list';
import { TasksPanel } from './tasks/tasks-panel';
import { togglePanels } from './toggle-panels';
import { WorkersPanel } from './worker-table/workers-panel';

interface Panel {
  readonly name: string;
  readonly content: ReactNode;
  readonly badge?: number;
}

function panelsOf(facts: Facts, lesson: LessonName | null): readonly Panel[] {
  const scenario = facts.started?.scenario ?? null;
  const picture = scenario !== null && isPicture(scenario);
  return [
    ...(lesson !== null ? [{ name: 'Code', content: <CodePanel /> }] : []),
    ...(lesson === 'pickling' ? [{ name: 'Gallery', content: <GalleryPanel /> }] : []),
    { name: 'Workers', content: <WorkersPanel /> },
    { name: 'Tasks', content: <TasksPanel /> },
    { name: 'Results', content: <ResultsPanel /> },
    ...(picture ? [{ name: 'Picture', content: <PicturePanel /> }] : []),
    { name: 'Charts', content: <ChartsPanel /> },
    { name: 'Pickling', content: <PicklingPanel /> },
    { name: 'Compare', content: <ComparePanel /> },
    { name: 'Forecast', content: <ForecastPanel /> },
    { name: 'Chapters', content: <ChaptersPanel /> },
    { name: 'Errors', content: <ErrorsPanel />, badge: failuresOf(facts).rows.length },
    { name: 'Log', content: <LogPanel /> },
  ];
}

/** Those that tell of the run that is replayed, and do not follow it. */
const TELL_OF_THE_RUN: ReadonlySet<string> = new Set([
  'Tasks',
  'Results',
  'Picture',
  'Charts',
  'Pickling',
  'Compare',
  'Errors',
  'Log',
]);

/** Those that an experiment has nothing for. */
const OF_A_POOL: ReadonlySet<string> = new Set([
  'Workers',
  'Tasks',
  'Results',
  'Charts',
  'Pickling',
  'Forecast',
  'Errors',
  'Log',
]);

export function BottomPanels() {
  const facts = useThrottled(factsStore);
  const lesson = useStore(lessonStore, ({ open }) => open);
  const experiment = isExperiment(facts);
  const panels = panelsOf(facts, lesson);
  const { wanted } = useStore(panelStore);
  const { folded } = useStageLayout();
  const shown = panels.some(({ name }) => name === wanted) ? wanted : 'Workers';
  return (
    <Tabs.Root
      className="bottom-panels"
      value={shown}
      onValueChange={(name) => panelStore.setState({ wanted: name })}
      data-testid="bottom-panels"
      data-folded={folded || undefined}
    >
      <div className="bottom-head">
        <TabList>
          {panels.map(({ name, badge = 0 }) => (
            <Tabs.Trigger
              key={name}
              value={name}
              className="bottom-tab"
              onClick={folded ? () => showPanel(name) : undefined}
            >
              {name}
              {badge > 0 && <span className="bottom-badge">{formatCount(badge)}</span>}
            </Tabs.Trigger>
          ))}
        </TabList>
        <FoldButton folded={folded} />
      </div>
      {!folded && TELL_OF_THE_RUN.has(shown) && <WholeRun />}
      {panels.map(({ name, content }) => (
        <Tabs.Content key={name} value={name} className="bottom-content">
          {folded ? null : experiment && OF_A_POOL.has(name) ? (
            <EmptyState withKey={false}>
              This is an experiment: it has no pool and no tasks. Its processes stand on the timeline.
            </EmptyState>
          ) : (
            content
          )}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

/** A lab wants the room, and whoever works in it says how much of it the panels get. */
function FoldButton({ folded }: { readonly folded: boolean }) {
  const inLab = useStore(labStore, ({ open }) => open !== null);
  const presenting = useStore(presenterStore, (state) => state.presenting);
  if (!inLab || presenting) return null;
  return (
    <IconButton label={folded ? 'Show the panels' : 'Fold the panels'} shortcut="B" onClick={togglePanels}>
      {folded ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
    </IconButton>
  );
}
