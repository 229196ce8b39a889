/** A sentence whose figures keep their units: a line does not break between the two. */
import { THIN_SPACE } from '../../shared/format';

const NARROW_NO_BREAK_SPACE = '\u202f';

export function unbroken(text: string): string {
  return text.replaceAll(THIN_SPACE, NARROW_NO_BREAK_SPACE);
}
