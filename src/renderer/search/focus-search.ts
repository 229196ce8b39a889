/** Moves the focus into the search field, and from it back to the timeline. */

export const SEARCH_INPUT = 'search-input';

export function focusSearch(): void {
  const input = document.getElementById(SEARCH_INPUT);
  if (!(input instanceof HTMLInputElement)) return;
  input.focus();
  input.select();
}

export function leaveSearch(): void {
  document.querySelector<HTMLElement>('.timeline-scroller')?.focus();
}
