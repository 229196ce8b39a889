/** What crossing the boundary costs besides pickling, as it was measured in a run. */

/** A cost that grows with the bytes of a message, in ns. */
export interface ByteCost {
  readonly fixedNs: number;
  readonly perByteNs: number;
}

export interface BoundaryCosts {
  /** From the call until the first argument is pickled. */
  readonly callNs: number;
  /** From the last result that is read until the call has returned. */
  readonly returnNs: number;
  /** `apply_async`: the caller's work to submit one call. */
  readonly submitNs: number;
  /** The caller's work to dispatch a chunk, besides dumps. */
  readonly dispatchNs: number;
  /** The caller's work to post a message. */
  readonly post: ByteCost;
  /** The caller's work to take a message of results, and each result of it, besides loads. */
  readonly takeMessageNs: number;
  readonly takeTaskNs: number;
  /** The worker's work for a message, and for each task, besides loads, run and dumps. */
  readonly workerMessageNs: number;
  readonly workerTaskNs: number;
  /** From sent to received, where the receiver is idle. */
  readonly flightOut: ByteCost;
  readonly flightBack: ByteCost;
  /** From the last chunk of a worker that is replaced until the next one is ready. */
  readonly replaceNs: number;
}

const NOTHING: ByteCost = { fixedNs: 0, perByteNs: 0 };

/** A boundary that costs nothing. */
export const NO_BOUNDARY: BoundaryCosts = {
  callNs: 0,
  returnNs: 0,
  submitNs: 0,
  dispatchNs: 0,
  post: NOTHING,
  takeMessageNs: 0,
  takeTaskNs: 0,
  workerMessageNs: 0,
  workerTaskNs: 0,
  flightOut: NOTHING,
  flightBack: NOTHING,
  replaceNs: 0,
};

export const costOf = ({ fixedNs, perByteNs }: ByteCost, bytes: number): number => fixedNs + perByteNs * bytes;
