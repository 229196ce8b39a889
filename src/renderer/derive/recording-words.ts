/** A recording in words: the name of its file, and when it was made. */

/** The last part of a path of any system. */
export const fileName = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

/** @param epochMs ms since 1970. @param zone IANA name; left out: that of the machine */
export function recordedOn(epochMs: number, zone?: string): string {
  const moment = new Date(epochMs);
  // A damaged header may hold any number.
  if (Number.isNaN(moment.getTime())) return '';
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return format.format(moment);
}
