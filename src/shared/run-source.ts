/** Where the events of a run come from: workers that are at it now, or a file. */

/** `session`: recorded by Poolscope. `chrome-trace`, `viztracer`: written by other tools, and read as far as they tell. */
export const FILE_FORMATS = ['session', 'chrome-trace', 'viztracer'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type RunSource =
  | { readonly kind: 'live' }
  | {
      readonly kind: 'file';
      /** Absolute. */
      readonly path: string;
      readonly format: FileFormat;
    };

export const LIVE: RunSource = { kind: 'live' };
