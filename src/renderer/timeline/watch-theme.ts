/** Tells when the colours or the pixel density of the page may have changed. */

/** @returns a function that ends the watch */
export function watchTheme(changed: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  watchDensity(changed, signal);
  // A theme chosen by hand is an attribute or a class of the root.
  const root = new MutationObserver(changed);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
  // Texts are measured and drawn again once their font is there.
  void document.fonts.ready.then(() => {
    if (!signal.aborted) changed();
  });
  return () => {
    controller.abort();
    root.disconnect();
  };
}

/** A media query knows one density only: each change needs a new one. */
function watchDensity(changed: () => void, signal: AbortSignal): void {
  const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  query.addEventListener(
    'change',
    () => {
      changed();
      watchDensity(changed, signal);
    },
    { signal, once: true },
  );
}
