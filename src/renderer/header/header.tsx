/** The top line: what this is, what can be done, and the figures that matter. */

import {
  Command,
  FolderOpen,
  GraduationCap,
  Keyboard,
  Play,
  Presentation,
  Save,
  Share,
  Square,
  Zap,
} from 'lucide-react';
import { useStore } from 'zustand';
import { LAB_TITLES } from '../../shared/labs';
import { useActions, useDraft, useSession } from '../actions/context';
import { showLessonList } from '../actions/lessons';
import { chordText } from '../commands/chord';
import { showExport } from '../export/export-actions';
import { LabMenu } from '../labs/lab-menu';
import { labOf } from '../labs/registry';
import { useStageLayout } from '../labs/use-stage-layout';
import { lessonOf } from '../lessons/registry';
import { PresenterButtons } from '../presenter/presenter-buttons';
import { presenterCommands } from '../presenter/presenter-commands';
import { RecordingsButton } from '../recordings/recordings-button';
import { factsStore } from '../store';
import { labStore } from '../store/lab';
import { lessonStore } from '../store/lesson';
import { presenterStore } from '../store/presenter';
import { useThrottled } from '../store/throttled';
import { useBusy } from '../store/use-busy';
import { Button, IconButton } from '../ui/button';
import { Figures } from './figures';
import { Mark } from './mark';
import { Progress } from './progress';
import { ThemeChoice } from './theme-choice';
import './header.css';

const ICON = { size: 16, 'aria-hidden': true } as const;

export function Header() {
  const actions = useActions();
  const platform = useSession(({ info }) => info.platform);
  return (
    <header className="header">
      <div className="header-row">
        <Title />
        <IconButton label="Open a file" shortcut={chordText('Mod+O', platform)} onClick={actions.open}>
          <FolderOpen {...ICON} />
        </IconButton>
        <SaveButton platform={platform} />
        <RecordingsButton platform={platform} />
        <ExportButton platform={platform} />
        <RunButtons />
        <Figures />
        <IconButton label="Lessons" shortcut={chordText('Mod+L', platform)} onClick={() => showLessonList(true)}>
          <GraduationCap {...ICON} />
        </IconButton>
        <LabMenu />
        <ThemeChoice />
        <IconButton label="Commands" shortcut={chordText('Mod+K', platform)} onClick={() => actions.showPalette(true)}>
          <Command {...ICON} />
        </IconButton>
        <IconButton label="Presenter mode" shortcut="Shift+P" onClick={() => presenterCommands.enter()}>
          <Presentation {...ICON} />
        </IconButton>
        <IconButton label="Keyboard shortcuts" shortcut="?" onClick={() => actions.showShortcuts(true)}>
          <Keyboard {...ICON} />
        </IconButton>
        <PresenterButtons />
      </div>
      <Progress />
    </header>
  );
}

/** What Run would run; in front of an audience, what is shown. */
function Title() {
  const draftName = useDraft(({ fields }) => fields.name ?? '');
  const lesson = useStore(lessonStore, ({ open }) => open);
  const lessonRun = useStore(lessonStore, ({ running }) => running?.runId);
  const started = useStore(factsStore, (facts) => facts.started);
  const presenting = useStore(presenterStore, (presenter) => presenter.presenting);
  const lab = useStore(labStore, ({ open }) => open);
  const without = lab !== null && !labOf(lab).runsForm;
  const runnable = lesson !== null ? lessonOf(lesson).title : without ? LAB_TITLES[lab] : draftName;
  // A run of the lesson is known by the lesson's name.
  const shown = started === null || started.runId === lessonRun ? runnable : started.title;
  const name = presenting ? shown : runnable;
  return (
    <div className="header-title">
      <Mark />
      <h1 className="header-product">Poolscope</h1>
      <span className="header-name" data-testid="header-name" title={name}>
        {name}
      </span>
    </div>
  );
}

function SaveButton({ platform }: { readonly platform: string }) {
  const { save } = useActions();
  const valid = useDraft(({ scenario }) => scenario !== null);
  return (
    <IconButton label="Save scenario" shortcut={chordText('Mod+S', platform)} onClick={save} disabled={!valid}>
      <Save {...ICON} />
    </IconButton>
  );
}

function ExportButton({ platform }: { readonly platform: string }) {
  const { started, ended } = useThrottled(factsStore);
  const isRecorded = started !== null && started.experiment === undefined;
  return (
    <IconButton
      label="Export the run"
      shortcut={chordText('Mod+E', platform)}
      onClick={() => showExport(true)}
      disabled={!isRecorded || ended === null}
    >
      <Share {...ICON} />
    </IconButton>
  );
}

/** Stop and Kill stand where they always stand, and do something while a run is under way. */
function RunButtons() {
  const { run, stop, kill } = useActions();
  const running = useBusy();
  const inLesson = useStore(lessonStore, ({ open }) => open !== null);
  const { form } = useStageLayout();
  const valid = useDraft(({ scenario }) => scenario !== null) || inLesson || !form;
  return (
    <div className="header-run">
      <Button look="primary" onClick={run} disabled={running || !valid}>
        <Play {...ICON} />
        Run <kbd>Space</kbd>
      </Button>
      <IconButton label="Stop: finish what runs" shortcut="Space" onClick={stop} disabled={!running}>
        <Square {...ICON} />
      </IconButton>
      <IconButton
        label="Kill: end every worker now"
        shortcut="Shift+Space"
        className="button-danger"
        onClick={kill}
        disabled={!running}
      >
        <Zap {...ICON} />
      </IconButton>
    </div>
  );
}
