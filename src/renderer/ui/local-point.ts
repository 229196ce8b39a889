/**
 * Where the pointer is on an element, in the element's own pixels. Presenter mode enlarges parts of the window with CSS
 * zoom: then a pixel of the element is several of the window.
 */

/** How much larger than its own pixels an element is shown. */
export const zoomOf = (element: Element): number => element.currentCSSZoom;

export function localPoint(
  element: Element,
  event: Pick<MouseEvent, 'clientX' | 'clientY'>,
): { readonly x: number; readonly y: number } {
  const box = element.getBoundingClientRect();
  const zoom = zoomOf(element);
  return { x: (event.clientX - box.left) / zoom, y: (event.clientY - box.top) / zoom };
}
