/** A strict reader of the XML that an SVG file is: enough to say whether every parser will take it. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const NAME = /[A-Za-z_][\w:.-]*/.source;
const TAG = new RegExp(`^<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`);
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#\d+|#x[\da-f]+);/g;

/** @throws Error where the text is not well-formed */
export function readXml(text: string): Element {
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('a character that XML has not');
  let rest = text.replace(/^<\?xml [^?]*\?>\s*/, '');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  while (rest !== '') {
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('closed too often');
    if (!rest.startsWith('<')) {
      const end = rest.indexOf('<');
      const piece = end === -1 ? rest : rest.slice(0, end);
      parent.text += unescaped(piece);
      rest = rest.slice(piece.length);
      continue;
    }
    const [tag = '', closing, name = '', attributes = '', empty] = TAG.exec(rest) ?? [];
    if (tag === '') throw new Error(`not a tag: ${rest.slice(0, 60)}`);
    rest = rest.slice(tag.length);
    if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`closed in the wrong order: ${name}`);
      continue;
    }
    const element: Element = { name, attributes: attributesIn(attributes), children: [], text: '' };
    parent.children.push(element);
    if (empty !== '/') open.push(element);
  }
  const [only] = root.children;
  if (open.length !== 1 || only === undefined || root.children.length !== 1 || root.text.trim() !== '')
    throw new Error('not one element that is closed');
  return only;
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'g'))].map(
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error('an attribute that is there twice');
  return Object.fromEntries(pairs);
}

const PLAIN: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (/&/.test(text.replace(ENTITY, ''))) throw new Error(`a bare ampersand: ${text}`);
  return text.replace(ENTITY, (entity, name: string | undefined) =>
    name === undefined ? entity : (PLAIN[name] ?? entity),
  );
}

/** All elements of a name, at any depth. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}
