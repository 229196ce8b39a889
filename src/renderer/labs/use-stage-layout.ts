/** The layout that holds now. See derive/stage-layout.ts. */
import { useStore } from 'zustand';
import { type StageLayout, stageLayout } from '../derive/stage-layout';
import { labStore } from '../store/lab';
import { lessonStore } from '../store/lesson';
import { panelStore } from '../store/panel-choice';
import { presenterStore } from '../store/presenter';
import { stepOf, workshopStore } from '../store/workshop';
import { labOf } from './registry';

export function useStageLayout(): StageLayout {
  useStore(labStore, ({ open }) => open);
  useStore(lessonStore, ({ open }) => open);
  useStore(workshopStore, stepOf);
  useStore(presenterStore, ({ presenting }) => presenting);
  useStore(panelStore, ({ folded }) => folded);
  return layoutNow();
}

export function layoutNow(): StageLayout {
  const { open } = labStore.getState();
  return stageLayout({
    lab: open === null ? null : labOf(open),
    inLesson: lessonStore.getState().open !== null,
    inStepText: stepOf(workshopStore.getState())?.text !== undefined,
    presenting: presenterStore.getState().presenting,
    folded: panelStore.getState().folded,
  });
}
