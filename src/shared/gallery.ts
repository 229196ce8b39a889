/** What became of values that are hard to pickle, when each was sent through the pool: an entry's argument and result. */

export type GalleryOutcome =
  /** An error, which the caller got. */
  | { readonly outcome: 'refused'; readonly name: string; readonly message: string }
  /** It crossed, and is described as it was and as it arrived. */
  | { readonly outcome: 'crossed'; readonly was: string; readonly became: string }
  /** The caller waits for ever. */
  | { readonly outcome: 'no-answer' };

export interface GalleryPair {
  /** Sent to a task. */
  readonly argument: GalleryOutcome;
  /** Returned by a task. */
  readonly result: GalleryOutcome;
}

/** By the name of the entry. */
export type GalleryOutcomes = Readonly<Record<string, GalleryPair>>;

export interface GallerySent {
  /** The process that they were sent to and came back from. */
  readonly pid: number;
  readonly outcomes: GalleryOutcomes;
}
