/** The formats that the dialog offers, in its order. */
import { isVideo } from '../../shared/video/video-options';
import { type DataFormat, isDataFormat } from '../../shared/window-export';
import type { ExportFormat } from './export-store';

export interface FormatChoice {
  readonly value: ExportFormat;
  readonly text: string;
  readonly note: string;
}

export const FORMATS: readonly FormatChoice[] = [
  { value: 'png', text: 'PNG picture', note: 'Pixels; opens everywhere' },
  { value: 'svg', text: 'SVG picture', note: 'Shapes and text; sharp at any size, can be edited' },
  { value: 'webm', text: 'WebM video', note: 'For browsers and editors; VP9' },
  { value: 'mp4', text: 'MP4 video', note: 'For presentations and phones; H.264' },
  { value: 'gif', text: 'GIF', note: 'Moves wherever a picture is shown; the largest file' },
  { value: 'html', text: 'HTML page', note: 'The timeline to explore, in any browser, offline' },
  { value: 'trace', text: 'Chrome trace', note: 'For Perfetto, DevTools and speedscope' },
  { value: 'csv', text: 'CSV', note: 'A line for each run of each task' },
];

export const isData = (format: ExportFormat): format is DataFormat => isDataFormat(format);

/** A format that is drawn as a video. */
export const isFilmed = (format: ExportFormat): boolean => !isData(format) && isVideo(format);
