/** Values as they stand in an SVG file. */

/** Numbers to a hundredth of a pixel. */
export const num = (value: number): string => String(Math.round(value * 100) / 100 || 0);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for content and attributes. What XML has no place for, such as control characters, is left out. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** A colour as attributes: programs that draw SVG do not all know how CSS writes one that is see-through. */
export function colour(attribute: 'fill' | 'stroke', css: string): string {
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(css.trim())?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (parts === undefined || parts.length < 3) return `${attribute}="${xml(css)}"`;
  const hex = parts.slice(0, 3).map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'));
  const [, , , alpha] = parts;
  const opacity = alpha === undefined ? 1 : alpha.endsWith('%') ? Number.parseFloat(alpha) / 100 : Number(alpha);
  return `${attribute}="#${hex.join('')}"${opacity < 1 ? ` ${attribute}-opacity="${num(opacity)}"` : ''}`;
}

/** A packed pixel as a colour: see timeline/paint.ts. */
export function packedColour(pixel: number): string {
  const channel = (shift: number): string => ((pixel >>> shift) & 255).toString(16).padStart(2, '0');
  return `#${channel(0)}${channel(8)}${channel(16)}`;
}

export interface Font {
  readonly weight: string;
  readonly px: number;
  readonly family: string;
}

/** Takes a font of the canvas apart: `600 18px "Inter Variable", system-ui, sans-serif`. */
export function fontOf(css: string): Font {
  const [, weight = '400', px = '12', family = 'sans-serif'] = /^(\d+)\s+([\d.]+)px\s+(.*)$/.exec(css.trim()) ?? [];
  // The family is installed under its plain name elsewhere.
  const plain = /"([^"]*) Variable"/.exec(family)?.[1];
  return {
    weight,
    px: Number(px),
    family: (plain === undefined ? family : `${plain}, ${family}`).replaceAll('"', "'"),
  };
}
