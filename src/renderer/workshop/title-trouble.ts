/** What is wrong with a title, as the workshop file has it. */
import { MOST_TITLE_CHARS } from '../../shared/workshop';

/** @returns what was expected; null: nothing is wrong */
export function titleTrouble(text: string): string | null {
  const { length } = text.trim();
  return length > 0 && length <= MOST_TITLE_CHARS ? null : `expected text of 1 to ${MOST_TITLE_CHARS} characters`;
}
