/** The picture of a race as SVG, in the colours of the window. */
import { SvgContext } from '../../export-page/svg/svg-context';
import { factsStore } from '../../store';
import { readPageTheme } from '../../timeline/theme';
import { drawRace } from './draw-race';
import { pictureOf } from './picture-of';
import type { RaceState } from './race-store';

const WIDTH = 1200;

/** @returns null before the first heat has ended */
export function raceSvg(state: RaceState): string | null {
  const measure = document.createElement('canvas').getContext('2d');
  if (measure === null || state.heats.every((kept) => kept.length === 0)) return null;
  const { colors } = readPageTheme(document.documentElement, 1);
  const parts = { state: { ...state, running: null }, view: { focus: null }, facts: factsStore.getState(), colors };
  const picture = pictureOf({ ...parts, widthPx: WIDTH });
  let clips = 0;
  const svg = new SvgContext(
    measure,
    () => '',
    () => `clip-${++clips}`,
  );
  svg.setTransform();
  drawRace(svg.context, picture);
  const height = Math.ceil(picture.layout.heightPx);
  const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${svg.markup}\n</svg>\n`;
}
