/** The window's layout: form, timeline, inspector, and the panels below. Sizes are kept between starts. */
import { Tooltip } from 'radix-ui';
import { type CSSProperties, useEffect } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { Toaster } from 'sonner';
import type { Actions } from './actions/actions';
import { ActionsContext, useActions, useSession } from './actions/context';
import { listenForDrops } from './actions/listen-for-drops';
import { saveSettings } from './actions/save-settings';
import { listenForCommands } from './commands/listen';
import { Palette } from './commands/palette';
import { ShortcutsDialog } from './commands/shortcuts-dialog';
import { Header } from './header/header';
import { Inspector } from './inspector/inspector';
import { BottomPanels } from './panels/bottom/bottom-panels';
import { ScenarioPanel } from './scenario/scenario-panel';
import { Timeline } from './timeline/timeline';
import { Dialog } from './ui/dialog';

export function App({ actions }: { readonly actions: Actions }) {
  useEffect(() => listenForCommands(actions), [actions]);
  useEffect(() => listenForDrops(actions), [actions]);
  return (
    <ActionsContext value={actions}>
      <Tooltip.Provider delayDuration={400}>
        <div className="app">
          <Header />
          <main className="app-body">
            <Panels />
          </main>
        </div>
        <ShortcutsDialog />
        <Palette />
        <Trouble />
        {/* Over the inspector: on the left they would lie on the form. */}
        <Toaster className="toaster" position="bottom-right" style={TOAST_COLOURS} />
      </Tooltip.Provider>
    </ActionsContext>
  );
}

/** The toaster brings a light palette of its own; it takes the tokens only from its own element. */
const TOAST_COLOURS = {
  '--normal-bg': 'var(--surface-raised)',
  '--normal-border': 'var(--hairline)',
  '--normal-text': 'var(--text)',
  '--border-radius': 'var(--radius)',
} as CSSProperties;

function Panels() {
  const saved = useSession(({ info }) => info.settings.panels);
  const sizes = (group: string) => {
    const layout = saved[group];
    return {
      id: group,
      ...(layout === undefined ? {} : { defaultLayout: layout }),
      onLayoutChanged: (changed: Layout) => keepLayout(group, changed),
    };
  };
  return (
    <Group orientation="horizontal" {...sizes('columns')}>
      <Panel id="scenario" defaultSize={304} minSize={280} maxSize={480}>
        <div className="app-panel">
          <ScenarioPanel />
        </div>
      </Panel>
      <Separator className="app-separator" aria-label="Width of the scenario" />
      <Panel id="run" minSize={360}>
        <Group orientation="vertical" {...sizes('rows')}>
          <Panel id="timeline" minSize={160}>
            <Timeline />
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
