/** A run as one picture of shapes and text. */

import { momentOf } from './moment-of';
import { pictureTheme } from './picture-theme';
import { figuresOf } from './picture-title';
import { Scene } from './scene';
import { numberedTheme } from './svg/numbered-theme';
import { SvgStage } from './svg/svg-stage';
import type { Writer } from './writers';

export const writeSvg: Writer = async (facts, options, sink) => {
  const measure = document.createElement('canvas').getContext('2d');
  if (measure === null) throw new Error('There is no canvas to measure text with.');
  const { theme, paints } = numberedTheme(pictureTheme(document, options.theme, 1));
  const ground = theme.paints.background.tile[0] ?? 0;
  const stage = new SvgStage({ paints, ground, measure, makeImage: () => new OffscreenCanvas(1, 1) });
  new Scene(facts, options, stage, theme).draw(momentOf(facts, options));
  sink.progress(0.5);
  const title = facts.getState().started?.title ?? 'No run';
  const description = `Timeline of a process pool, drawn by Poolscope: ${figuresOf(facts.getState()).join(', ')}.`;
  await sink.write(new TextEncoder().encode(stage.document(title, description)));
};
