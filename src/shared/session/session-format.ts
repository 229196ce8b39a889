/** Version and names of the session format (docs/telemetry-format.md). Imports no Arrow: the app starts without it. */

export const SESSION_VERSION = 2;
/** Key of the schema's metadata under which the header stands, as JSON. */
export const HEADER_KEY = 'poolscope';
