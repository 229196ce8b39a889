/** The export dialog: what is chosen in it, and how far the export is that was begun last. */
import { createStore } from 'zustand/vanilla';
import type { DrawnFormat } from '../../shared/picture-options';
import type { DataFormat, ExportNews } from '../../shared/window-export';
import { isFilmed } from './export-formats';

export type ExportFormat = DataFormat | DrawnFormat;
/** What of the run is drawn. */
export const EXTENTS = ['seen', 'full', 'range'] as const;
export type ExtentChoice = (typeof EXTENTS)[number];

/** Numbers as they were typed. */
export interface ExportForm {
  readonly format: ExportFormat;
  readonly extent: ExtentChoice;
  /** Id of one of SIZES, or `custom`. */
  readonly size: string;
  readonly width: string;
  readonly height: string;
  readonly scale: string;
  readonly theme: 'light' | 'dark';
  readonly title: boolean;
  readonly legend: boolean;
  readonly captions: boolean;
  /** Empty: as many as the format usually has. */
  readonly fps: string;
  /** Empty: as it takes for so many seconds. */
  readonly speed: string;
  readonly seconds: string;
  readonly titleCard: boolean;
}

export interface ExportState {
  readonly shown: boolean;
  readonly form: ExportForm;
  /** What main said last; null: nothing was exported since the dialog opened. */
  readonly news: ExportNews | null;
  /** One sentence on why it did not begin; null: none. */
  readonly refusal: string | null;
}

export const newForm = (theme: 'light' | 'dark'): ExportForm => ({
  format: 'png',
  extent: 'seen',
  size: 'window',
  width: '1280',
  height: '720',
  scale: '1',
  theme,
  title: true,
  legend: true,
  captions: true,
  fps: '',
  speed: '',
  seconds: '20',
  titleCard: false,
});

export const createExportStore = () =>
  createStore<ExportState>(() => ({ shown: false, form: newForm('light'), news: null, refusal: null }));
export const exportStore = createExportStore();

export const isGoing = ({ news }: Pick<ExportState, 'news'>): boolean => news?.state === 'going';

/** Changes the form, and what depends on the change. */
export function changeForm(store: typeof exportStore, change: Partial<ExportForm>): void {
  const { form } = store.getState();
  const next = { ...form, ...change };
  const becomesVideo = isFilmed(next.format) && !isFilmed(form.format);
  // A run is told from its begin to its end, at a size that players know.
  if (becomesVideo) store.setState({ form: { ...next, extent: 'full', size: knownSize(next.size) } });
  // The whole run is as high as its lanes; what is seen is as large as it is seen.
  else if (change.extent === 'seen' && form.size === 'lanes') store.setState({ form: { ...next, size: 'window' } });
  else if (change.extent !== undefined && change.extent !== 'seen' && form.size === 'window')
    store.setState({ form: { ...next, size: isFilmed(next.format) ? VIDEO_SIZE : 'lanes' } });
  else store.setState({ form: next });
}

const VIDEO_SIZE = '1280x720';

const knownSize = (size: string): string => (size === 'window' || size === 'lanes' ? VIDEO_SIZE : size);
