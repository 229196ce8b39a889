/** What makes the file of each format that is drawn. */
import type { DrawnFormat, PictureOptions } from '../../shared/picture-options';
import type { FactsStore } from '../store/facts';
import type { ExportSink } from './export-sink';
import { writePng } from './write-png';
import { writeSvg } from './write-svg';

/** @param facts of a run that has ended @throws Error in one sentence */
export type Writer = (facts: FactsStore, options: PictureOptions, sink: ExportSink) => Promise<void>;

const notYet: Writer = (_facts, { format }) => Promise.reject(new Error(`${format} cannot be written yet.`));

export const writers: Readonly<Record<DrawnFormat, Writer>> = {
  png: writePng,
  svg: writeSvg,
  webm: notYet,
  mp4: notYet,
  gif: notYet,
};
