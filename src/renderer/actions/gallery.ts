/** The gallery of what cannot be pickled: show it, and send its values through a pool, now. */

import { galleryStore } from '../store/gallery';
import { lessonStore } from '../store/lesson';
import { showPanel } from '../store/panel-choice';
import { ask } from './ask';
import { openLesson } from './lessons';

/** It is a part of the lesson about pickling. */
export function showGallery(): void {
  if (lessonStore.getState().open !== 'pickling') openLesson('pickling');
  showPanel('Gallery');
}

export async function sendGallery(): Promise<void> {
  if (galleryStore.getState().sending) return;
  galleryStore.setState({ sending: true, trouble: null });
  try {
    galleryStore.setState({ sent: await ask('lesson:gallery', undefined), sending: false });
  } catch (error) {
    galleryStore.setState({ trouble: error instanceof Error ? error.message : String(error), sending: false });
  }
}
