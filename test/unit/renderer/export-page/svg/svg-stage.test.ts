import { describe, expect, test } from 'vitest';
import { Scene } from '../../../../../src/renderer/export-page/scene';
import { numberedTheme } from '../../../../../src/renderer/export-page/svg/numbered-theme';
import { SvgStage } from '../../../../../src/renderer/export-page/svg/svg-stage';
import { createFactsStore, takeEvent } from '../../../../../src/renderer/store/facts';
import { type PictureWishes, pictureOptionsSchema } from '../../../../../src/shared/picture-options';
import { type MakeRunOptions, makeRun } from '../../../../fixtures/make-run';
import { testTheme } from '../../timeline/recording-context';
import { all, type Element, readXml } from './read-xml';

const measure = {
  font: '',
  textBaseline: 'alphabetic' as CanvasTextBaseline,
  measureText: (text: string) => ({ width: text.length * 7, fontBoundingBoxAscent: 10 }) as TextMetrics,
};

function svgOf(run: MakeRunOptions, wishes: Partial<PictureWishes> = {}): string {
  const facts = createFactsStore();
  for (const event of makeRun(run)) takeEvent(facts, event);
  const { theme, paints } = numberedTheme(testTheme);
  const ground = theme.paints.background.tile[0] ?? 0;
  const stage = new SvgStage({ paints, ground, measure, makeImage: () => ({}) as CanvasImageSource });
  new Scene(facts, pictureOptionsSchema.parse({ format: 'svg', ...wishes }), stage, theme).draw(null);
  return stage.document('Made up & <more>', 'A sentence.');
}

const size = ({ attributes }: Element): [string | undefined, string | undefined] => [
  attributes.width,
  attributes.height,
];
const texts = (svg: Element): string[] => all(svg, 'text').map(({ text }) => text);

describe('a run as SVG', () => {
  test('is one document with a title, of the size that was asked for', () => {
    const svg = readXml(svgOf({}, { width: 1000, height: 600 }));
    expect(svg.name).toBe('svg');
    expect(size(svg)).toEqual(['1000', '600']);
    expect(all(svg, 'title')[0]?.text).toBe('Made up & <more>');
    expect(all(svg, 'desc')[0]?.text).toBe('A sentence.');
  });

  test('has texts as texts, and textures as patterns that are all there', () => {
    const svg = readXml(svgOf({ tasks: 8, workers: 2 }));
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['Made up', 'time', 'caller', 'delivered', '#0', '#7', 'in flight']),
    );
    const ids = new Set([...all(svg, 'pattern'), ...all(svg, 'clipPath')].map(({ attributes }) => attributes.id));
    const named = [...all(svg, 'path'), ...all(svg, 'g')].flatMap(({ attributes }) =>
      Object.values(attributes).flatMap((value) => /^url\(#(.*)\)$/.exec(value)?.[1] ?? []),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(ids).toContain(name);
  });

  test('is as high as all lanes need, and holds each of them', () => {
    const of = (workers: number) => readXml(svgOf({ tasks: 4 * workers, workers }));
    const [few, many] = [of(4), of(40)];
    expect(Number(many.attributes.height) - Number(few.attributes.height)).toBe(36 * 28);
  });

  test('gives all lanes the height that there is, and says how many had none', () => {
    const svg = readXml(svgOf({ tasks: 400, workers: 200 }, { height: 720 }));
    expect(svg.attributes.height).toBe('720');
    expect(texts(svg).find((text) => text.includes('no room'))).toMatch(/no room for \d+ lanes/);
    expect(texts(readXml(svgOf({ tasks: 40, workers: 20 }, { height: 720 }))).join()).not.toContain('no room');
  });

  test('does not grow with the tasks once they are smaller than what can be seen', () => {
    const [some, many] = [svgOf({ tasks: 20_000 }), svgOf({ tasks: 200_000 })];
    expect(many.length).toBeLessThan(some.length * 1.5);
    expect(many.length).toBeLessThan(2_000_000);
  });

  test('shows what takes next to no time, too: nothing in a lane is lower than a pixel of a viewer', () => {
    const { paints } = numberedTheme(testTheme);
    const stage = new SvgStage({ paints, ground: 0, measure, makeImage: () => ({}) as CanvasImageSource });
    expect(stage.makeSurface().leastLines).toBe(stage.dpr);
  });

  test('of a run without tasks is drawn all the same', () => {
    expect(() => readXml(svgOf({ tasks: 0 }))).not.toThrow();
  });

  test('is the same each time', () => {
    expect(svgOf({ failEvery: 5, crash: 1 })).toBe(svgOf({ failEvery: 5, crash: 1 }));
  });

  test('is refused in a sentence where it would be too high', () => {
    const heights = Array.from({ length: 256 }, (_, worker): [number, number] => [worker, 160]);
    const arrangement = { order: [], collapsed: [], heights, only: null };
    const nothing = {
      selection: [],
      focusedRow: null,
      range: null,
      measure: null,
      evidence: [],
      notes: [],
      filter: '',
    };
    const seen = { ...nothing, scrollTop: 0, arrangement };
    const run = { tasks: 256, workers: 256 };
    expect(() => svgOf(run, { seen })).toThrow(/^The picture would be 1,280 × 41,184 pixels/);
    expect(() => svgOf(run, { seen, height: 720 })).not.toThrow();
  });
});
