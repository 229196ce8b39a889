/** The window's layout: form, timeline, inspector, and the panels below. Sizes are kept between starts. */
import { Tooltip } from 'radix-ui';
import { type CSSProperties, useEffect } from 'react';
import { Group, type Layout, Panel, Separator, useGroupRef } from 'react-resizable-panels';
import { Toaster } from 'sonner';
import { useStore } from 'zustand';
import type { Actions } from './actions/actions';
import { followBreakEven } from './actions/break-even';
import { ActionsContext, useActions, useSession } from './actions/context';
import { listenForDrops } from './actions/listen-for-drops';
import { saveSettings } from './actions/save-settings';
import { listenForCommands } from './commands/listen';
import { Palette } from './commands/palette';
import { ShortcutsDialog } from './commands/shortcuts-dialog';
import { ExportDialog } from './export/export-dialog';
import { Header } from './header/header';
import { Inspector } from './inspector/inspector';
import { LabStage } from './labs/lab-stage';
import { useStageLayout } from './labs/use-stage-layout';
import { LessonList } from './lessons/lesson-list';
import { LessonPanel } from './lessons/lesson-panel';
import { listenForRuns } from './lessons/take-run';
import { BottomPanels } from './panels/bottom/bottom-panels';
import { Spotlight } from './presenter/spotlight';
import { usePresenting } from './presenter/use-presenting';
import { RecordingsDialog } from './recordings/recordings-dialog';
import { ScenarioPanel } from './scenario/scenario-panel';
import { labStore } from './store/lab';
import { lessonStore } from './store/lesson';
import { Timeline } from './timeline/timeline';
import { Dialog } from './ui/dialog';
import { useKeptSizes } from './ui/use-kept-sizes';
import { StepText } from './workshop/step-text';
import { UnsavedDialog } from './workshop/unsaved-dialog';
import { WorkshopBar } from './workshop/workshop-bar';
import { WorkshopEditor } from './workshop/workshop-editor';
import { WorkshopListDialog } from './workshop/workshop-list';
import { WorkshopNotes } from './workshop/workshop-notes';
import './presenter/presenter.css';

export function App({ actions }: { readonly actions: Actions }) {
  useEffect(() => listenForCommands(actions), [actions]);
  useEffect(() => listenForDrops(actions), [actions]);
  const { presenting, attributes } = usePresenting();
  const { left, folded } = useStageLayout();
  useEffect(() => listenForRuns(), []);
  useEffect(() => followBreakEven(), []);
  return (
    <ActionsContext value={actions}>
      <Tooltip.Provider delayDuration={400}>
        <div className="app" data-lab={labWords(!left, folded)} {...attributes}>
          <Header />
          <WorkshopBar />
          <div className="app-middle">
            <main className="app-body">
              <Panels />
            </main>
            <WorkshopNotes />
          </div>
          <Spotlight />
        </div>
        <ExportDialog />
        <RecordingsDialog />
        <ShortcutsDialog />
        <Palette />
        <LessonList />
        <WorkshopListDialog />
        <WorkshopEditor />
        <UnsavedDialog />
        <Trouble />
        {/* Over the inspector: on the left they would lie on the form. Captions are not to be covered. */}
        <Toaster
          className="toaster"
          position={presenting ? 'top-right' : 'bottom-right'}
          offset={presenting ? PRESENTING_OFFSET : USUAL_OFFSET}
          style={TOAST_COLOURS}
        />
      </Tooltip.Provider>
    </ActionsContext>
  );
}

/** What of the window is left to the lab, for its style sheet. */
const labWords = (wide: boolean, folded: boolean): string | undefined =>
  [wide ? 'wide' : '', folded ? 'folded' : ''].join(' ').trim() || undefined;

/** Below the enlarged figures. */
const PRESENTING_OFFSET = { top: '16vh' };
const USUAL_OFFSET = 24;

/** The toaster brings a light palette of its own; it takes the tokens only from its own element. */
const TOAST_COLOURS = {
  '--normal-bg': 'var(--surface-raised)',
  '--normal-border': 'var(--hairline)',
  '--normal-text': 'var(--text)',
  '--border-radius': 'var(--radius)',
} as CSSProperties;

function Panels() {
  const saved = useSession(({ info }) => info.settings.panels);
  const names = useStageLayout();
  const sizes = (group: 'columns' | 'rows') => {
    const [layout, name] = [saved[group], names[group]];
    return {
      id: group,
      ...(layout === undefined ? {} : { defaultLayout: layout }),
      // Where panels are left out they were not resized.
      onLayoutChanged: (changed: Layout) => name === null || keepLayout(saved, name, changed),
    };
  };
  const columns = useGroupRef();
  const rows = useGroupRef();
  useKeptSizes({ group: columns, first: 'columns', name: names.columns, saved });
  useKeptSizes({ group: rows, first: 'rows', name: names.rows, saved });
  return (
    <Group orientation="horizontal" groupRef={columns} {...sizes('columns')}>
      <Panel id="scenario" defaultSize={304} minSize={280} maxSize={480}>
        <div className="app-panel">
          <LeftPanel />
        </div>
      </Panel>
      <Separator className="app-separator" aria-label="Width of the scenario" />
      <Panel id="run" minSize={360}>
        <Group orientation="vertical" groupRef={rows} {...sizes('rows')}>
          <Panel id="timeline" minSize={160}>
            <Stage />
          </Panel>
          <Separator className="app-separator" aria-label="Height of the timeline" />
          <Panel id="bottom" defaultSize="36" minSize={120}>
            <BottomPanels />
          </Panel>
        </Group>
      </Panel>
      <Separator className="app-separator" aria-label="Width of the inspector" />
      <Panel id="inspector" defaultSize={304} minSize={288} maxSize={520}>
        <Inspector />
      </Panel>
    </Group>
  );
}

/** A lesson takes the place of the form while it is open; a lab that does not run the form leaves it out. */
function LeftPanel() {
  const inLesson = useStore(lessonStore, ({ open }) => open !== null);
  const { form } = useStageLayout();
  return (
    <>
      <StepText />
      {inLesson ? <LessonPanel /> : form && <ScenarioPanel />}
    </>
  );
}

/** A lab takes the place of the timeline while it is open. */
function Stage() {
  const lab = useStore(labStore, ({ open }) => open);
  return lab === null ? <Timeline /> : <LabStage name={lab} />;
}

const layouts: Record<string, Layout> = {};

function keepLayout(saved: Readonly<Record<string, Layout>>, name: string, layout: Layout): void {
  layouts[name] = layout;
  // What this start has not touched is kept, too.
  saveSettings({ panels: { ...saved, ...layouts } });
}

function Trouble() {
  const { closeTrouble } = useActions();
  const trouble = useSession((session) => session.trouble);
  return (
    <Dialog open={trouble !== null} title={trouble?.title ?? ''} text={trouble?.text ?? ''} onClose={closeTrouble} />
  );
}
