/** What makes the file of each format that is drawn. */
import type { DrawnFormat, PictureOptions } from '../../shared/picture-options';
import type { FactsStore } from '../store/facts';
import type { ExportSink } from './export-sink';
import { writeGif } from './video/write-gif';
import { writeVideo } from './video/write-video';
import { writePng } from './write-png';
import { writeSvg } from './write-svg';

/** @param facts of a run that has ended @throws Error in one sentence */
export type Writer = (facts: FactsStore, options: PictureOptions, sink: ExportSink) => Promise<void>;

export const writers: Readonly<Record<DrawnFormat, Writer>> = {
  png: writePng,
  svg: writeSvg,
  webm: writeVideo,
  mp4: writeVideo,
  gif: writeGif,
};
