/** Where menus are put: within a landmark, so that a screen reader does not find them outside of everything. */
export function landmark(): HTMLElement | null {
  return document.querySelector('main');
}
