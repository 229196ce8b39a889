/** An SVG of the page as a file: what its classes and tokens come to is written into it. */

const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** @returns null: there is none */
export function svgOfElement(element: Element | null): string | null {
  if (!(element instanceof SVGSVGElement)) return null;
  const copy = element.cloneNode(true) as SVGSVGElement;
  const [from, to] = [
    [element, ...element.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  for (const [at, one] of from.entries()) writeStyle(one, to[at]);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.insertBefore(groundOf(element), copy.firstChild);
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

function writeStyle(from: Element, to: Element | undefined): void {
  if (to === undefined) return;
  const style = getComputedStyle(from);
  for (const name of PROPERTIES) to.setAttribute(name, style.getPropertyValue(name));
  for (const name of ['class', 'style', 'id', 'role', 'aria-label']) to.removeAttribute(name);
}

/** The window's own ground: its colours are chosen for it. */
function groundOf(element: SVGSVGElement): Element {
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(element).getPropertyValue('--bg').trim());
  return ground;
}
