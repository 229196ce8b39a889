/** The header of a session file, of this version or an older one, from the text that stands in its schema. */
import { explainIssue } from '../explain-issues';
import { SESSION_VERSION } from './session-format';
import { headerSchema, type SessionHeader } from './session-header';
import { upgradeHeader } from './upgrade-header';

/** What is wrong with a header, as the rest of a sentence that begins with the file's name. */
export class HeaderError extends Error {
  override name = 'HeaderError';
}

/** @throws HeaderError */
export function parseHeader(text: string): SessionHeader {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HeaderError('its header is not JSON');
  }
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > SESSION_VERSION) {
    throw new HeaderError(
      `version ${version} of the session format; this Poolscope reads up to version ${SESSION_VERSION}`,
    );
  }
  const upgraded = upgradeHeader(value);
  const parsed = headerSchema.safeParse(upgraded);
  if (parsed.success) return parsed.data;
  throw new HeaderError(`header: ${explainIssue(parsed.error, upgraded)}`);
}
