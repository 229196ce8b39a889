/** What of a part of the window cannot be read or reached, as it is now: nothing may be cut off. */
import type { Locator } from 'playwright/test';

/** What scrolls by itself may be wider than its place; canvases and what only screen readers see are no text. */
const ASIDE = '.lesson-scroll, .code-text, .visually-hidden, canvas, svg';

/**
 * Scrolls each control and each text into view, and looks whether it is there in its whole width.
 * @returns the text of each that is not
 */
export function cutOff(part: Locator): Promise<string[]> {
  return part.evaluate((root, aside) => {
    const shown = (element: Element): boolean => element.getClientRects().length > 0;
    const own = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
    const wanted = [...root.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        shown(element) && element.closest(aside) === null && (own(element) || element.matches('button, input, select')),
    );
    return wanted.flatMap((element) => {
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top } = element.getBoundingClientRect();
      const inWindow = left >= -1 && right <= innerWidth + 1 && top >= -1 && top < innerHeight;
      const style = getComputedStyle(element);
      const whole = style.overflowX === 'visible' || element.scrollWidth <= element.clientWidth + 1;
      const words = `${element.tagName.toLowerCase()} ${element.textContent?.slice(0, 60) ?? ''}`.trim();
      return inWindow && whole ? [] : [words];
    });
  }, ASIDE);
}
