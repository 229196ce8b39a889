/** What became of the gallery's values when they were last sent through the pool. */
import { createStore } from 'zustand/vanilla';
import type { GallerySent } from '../../shared/gallery';

export interface GalleryState {
  /** null: nothing has been sent yet. */
  readonly sent: GallerySent | null;
  readonly sending: boolean;
  /** Why it could not be sent; null: it could. */
  readonly trouble: string | null;
}

export const galleryStore = createStore<GalleryState>(() => ({ sent: null, sending: false, trouble: null }));
