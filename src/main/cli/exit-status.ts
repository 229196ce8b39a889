/** Exit statuses of the command line's contract (docs/cli.md). */
export const STATUS = { ok: 0, tasksFailed: 1, usage: 2, engine: 3, interrupted: 130 } as const;
