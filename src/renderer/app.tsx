/** The window's layout: form, timeline, inspector, and the panels below. Sizes are kept between starts. */
import { Tooltip } from 'radix-ui';
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { Group, type GroupImperativeHandle, type Layout, Panel, Separator, useGroupRef } from 'react-resizable-panels';
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
  useEffect(() => listenForRuns(), []);
  useEffect(() => followBreakEven(), []);
  return (
    <ActionsContext value={actions}>
      <Tooltip.Provider delayDuration={400}>
        <div className="app" {...attributes}>
          <Header />
          <WorkshopBar />
          <div className="app-middle">
            <main className="app-body">
              <Panels presenting={presenting} />
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

function Panels({ presenting }: { readonly presenting: boolean }) {
  const saved = useSession(({ info }) => info.settings.panels);
  const sizes = (group: string) => {
    const layout = saved[group];
    return {
      id: group,
      ...(layout === undefined ? {} : { defaultLayout: layout }),
      // In presenter mode panels are left out, not resized.
      onLayoutChanged: (changed: Layout) => presenting || keepLayout(group, changed),
    };
  };
  const columns = useGroupRef();
  const rows = useGroupRef();
  useSizesBack(presenting, columns);
  useSizesBack(presenting, rows);
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

/** Panels have the sizes that they had before presenter mode, whatever became of the window meanwhile. */
function useSizesBack(presenting: boolean, group: RefObject<GroupImperativeHandle | null>): void {
  const before = useRef<Layout | null>(null);
  useLayoutEffect(() => {
    if (presenting) before.current = group.current?.getLayout() ?? null;
    else if (before.current !== null) group.current?.setLayout(before.current);
  }, [presenting, group]);
}

/** A lesson takes the place of the form while it is open. */
function LeftPanel() {
  const inLesson = useStore(lessonStore, ({ open }) => open !== null);
  return (
    <>
      <StepText />
      {inLesson ? <LessonPanel /> : <ScenarioPanel />}
    </>
  );
}

/** A lab takes the place of the timeline while it is open. */
function Stage() {
  const lab = useStore(labStore, ({ open }) => open);
  return lab === null ? <Timeline /> : <LabStage name={lab} />;
}

const layouts: Record<string, Layout> = {};

function keepLayout(group: string, layout: Layout): void {
  layouts[group] = layout;
  saveSettings({ panels: { ...layouts } });
}

function Trouble() {
  const { closeTrouble } = useActions();
  const trouble = useSession((session) => session.trouble);
  return (
    <Dialog open={trouble !== null} title={trouble?.title ?? ''} text={trouble?.text ?? ''} onClose={closeTrouble} />
  );
}
