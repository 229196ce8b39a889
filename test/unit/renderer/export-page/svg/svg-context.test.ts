import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SvgContext } from '../../../../../src/renderer/export-page/svg/svg-context';
import { colour, fontOf, xml } from '../../../../../src/renderer/export-page/svg/svg-text';
import { all, readXml } from './read-xml';

/** Every character is seven pixels wide; the middle of text is four pixels above its alphabetic line. */
const measure = {
  font: '',
  textBaseline: 'alphabetic' as CanvasTextBaseline,
  measureText(text: string) {
    const fontBoundingBoxAscent = this.textBaseline === 'middle' ? 6 : 10;
    return { width: text.length * 7, fontBoundingBoxAscent } as TextMetrics;
  },
};

function context(): SvgContext {
  let clips = 0;
  return new SvgContext(
    measure,
    () => '<g/>',
    () => `clip${++clips}`,
  );
}
const parsed = (ctx: SvgContext) => readXml(`<svg>${ctx.markup}</svg>`);

describe('a context that writes SVG', () => {
  test('writes rectangles, lines and text with the colours that are set then', () => {
    const ctx = context();
    ctx.fillStyle = '#2566b4';
    ctx.fillRect(1, 2, 30.004, 4);
    ctx.strokeStyle = 'rgb(23 27 33 / 35%)';
    ctx.lineWidth = 1.5;
    ctx.setLineDash([1, 3]);
    ctx.beginPath();
    ctx.moveTo(0.5, 0);
    ctx.lineTo(0.5, 10);
    ctx.stroke();
    ctx.font = '600 18px "Inter Variable", system-ui, sans-serif';
    ctx.textAlign = 'right';
    ctx.textBaseline = 'middle';
    ctx.fillText('a < b & "c"', 100, 50);
    const svg = parsed(ctx);
    expect(all(svg, 'rect')[0]?.attributes).toEqual({ x: '1', y: '2', width: '30', height: '4', fill: '#2566b4' });
    expect(all(svg, 'path')[0]?.attributes).toEqual({
      d: 'M0.5 0L0.5 10',
      fill: 'none',
      stroke: '#171b21',
      'stroke-opacity': '0.35',
      'stroke-width': '1.5',
      'stroke-dasharray': '1 3',
    });
    const [text] = all(svg, 'text');
    expect(text?.text).toBe('a < b & "c"');
    expect(text?.attributes).toMatchObject({
      x: '100',
      y: '54',
      'text-anchor': 'end',
      'font-size': '18',
      'font-weight': '600',
    });
    expect(text?.attributes['font-family']).toBe("Inter, 'Inter Variable', system-ui, sans-serif");
  });

  test('a clip lasts until what was saved before it is restored, and restores the colour', () => {
    const ctx = context();
    ctx.fillStyle = '#111111';
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, 0, 10, 10);
    ctx.clip();
    ctx.fillStyle = '#222222';
    ctx.fillRect(0, 0, 5, 5);
    ctx.restore();
    ctx.fillRect(0, 0, 6, 6);
    const svg = parsed(ctx);
    expect(svg.children.map(({ name }) => name)).toEqual(['clipPath', 'g', 'rect']);
    expect(svg.children[1]?.attributes['clip-path']).toBe(`url(#${svg.children[0]?.attributes.id})`);
    expect(svg.children[1]?.children[0]?.attributes.fill).toBe('#222222');
    expect(svg.children[2]?.attributes.fill).toBe('#111111');
  });

  test('a frame begins with nothing of the one before it', () => {
    const ctx = context();
    ctx.save();
    ctx.beginPath();
    ctx.clip();
    ctx.fillRect(0, 0, 1, 1);
    ctx.setTransform();
    ctx.fillRect(0, 0, 2, 2);
    expect(parsed(ctx).children.map(({ attributes }) => attributes.width)).toEqual(['2']);
  });

  test('is well-formed whatever is drawn in whatever order', () => {
    const deed = fc.oneof(
      fc.constant((ctx: SvgContext) => ctx.save()),
      fc.constant((ctx: SvgContext) => ctx.restore()),
      fc.constant((ctx: SvgContext) => ctx.clip()),
      fc.constant((ctx: SvgContext) => ctx.stroke()),
      fc.string({ unit: 'binary' }).map((text) => (ctx: SvgContext) => ctx.fillText(text, 1, 2)),
      fc.double().map((x) => (ctx: SvgContext) => ctx.rect(x, 0, 1, 1)),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const ctx = context();
        for (const one of deeds) one(ctx);
        expect(() => parsed(ctx)).not.toThrow();
      }),
    );
  });
});

test('text without a place in XML is left out, and the rest is escaped', () => {
  expect(xml('a\u0000b\u{d800}c\u{1f600}')).toBe('abc\u{1f600}');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
      expect(readXml(`<svg a="${xml(text)}">${xml(text)}</svg>`)).toMatchObject({
        attributes: { a: kept },
        text: kept,
      });
    }),
  );
});

test('colours that are see-through have their opacity beside them', () => {
  expect(colour('fill', '#fff')).toBe('fill="#fff"');
  expect(colour('fill', 'rgb(255 0 16)')).toBe('fill="#ff0010"');
  expect(colour('fill', 'rgba(255, 0, 16, 0.5)')).toBe('fill="#ff0010" fill-opacity="0.5"');
});

test('a font is taken apart', () => {
  expect(fontOf('500 12px "JetBrains Mono Variable", monospace')).toEqual({
    weight: '500',
    px: 12,
    family: "JetBrains Mono, 'JetBrains Mono Variable', monospace",
  });
});
