/** Largest numbers that a scenario may ask for. */

/** More processes than this are refused: they would only exhaust the machine. */
export const MAX_PROCESSES = 256;
/** More tasks than this are refused. */
export const MAX_TASKS = 10_000_000;
/** Largest payload of one task, in bytes. */
export const MAX_PAYLOAD_BYTES = 268_435_456;
