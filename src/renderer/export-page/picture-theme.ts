/** The theme of a picture: read from the style sheets, because the page's own theme is that of the whole app. */
import { readColors, type Theme, themeFrom } from '../timeline/theme';

/** @param dpr device pixels per CSS pixel */
export function pictureTheme(document: Document, scheme: 'light' | 'dark', dpr: number): Theme {
  const values = cssVariables([...document.styleSheets], scheme);
  return themeFrom(
    document,
    readColors((name) => values.get(name) ?? ''),
    dpr,
  );
}

/** The custom properties of `:root` as they are in a theme. */
export function cssVariables(sheets: readonly Pick<CSSStyleSheet, 'cssRules'>[], scheme: 'light' | 'dark') {
  const values = new Map<string, string>();
  const take = (rules: Iterable<CSSRule>): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && applies(rule.conditionText, scheme)) take(rule.cssRules);
      else if (rule instanceof CSSStyleRule && rule.selectorText === ':root') {
        for (const name of rule.style) if (name.startsWith('--')) values.set(name, rule.style.getPropertyValue(name));
      }
    }
  };
  for (const sheet of sheets) take(sheet.cssRules);
  return values;
}

/** Other media conditions, such as that of reduced motion, do not matter to a picture. */
function applies(condition: string, scheme: 'light' | 'dark'): boolean {
  const dark = /prefers-color-scheme:\s*dark/.test(condition);
  const light = /prefers-color-scheme:\s*light/.test(condition);
  return scheme === 'dark' ? dark : light;
}
