/** A file that is no trace: one sentence with its name. */
export class TraceFileError extends Error {
  override name = 'TraceFileError';
}
