/** What the typed controls of the four worlds come to, checked as a file's are. */
import { issuesByPath } from '../../../shared/explain-issues';
import { type ControlsOf, labSchema } from '../../../shared/labs';
import { numberOf } from '../../store/draft';
import type { FourWorldsControls } from '../../store/four-worlds';
import { NUMBER_FIELDS } from './world-words';

/** As a scenario file has them; not checked. */
export function controlsDraft({ worlds, works, numbers }: FourWorldsControls): unknown {
  const read = Object.entries(numbers).map(([field, text]) => [field, numberOf(text)]);
  return { name: 'four-worlds', worlds: [...worlds], works: [...works], ...Object.fromEntries(read) };
}

/** What stands in the lab at first. */
export const initialControls = (): ControlsOf<'four-worlds'> =>
  labSchema.parse({ name: 'four-worlds' }) as ControlsOf<'four-worlds'>;

export type CheckedControls =
  | { readonly controls: ControlsOf<'four-worlds'>; readonly trouble: null; readonly at: null }
  /** `at`: name of the control. */
  | { readonly controls: null; readonly trouble: string; readonly at: string };

export function checkControls(typed: FourWorldsControls): CheckedControls {
  const draft = controlsDraft(typed);
  const parsed = labSchema.safeParse(draft);
  if (parsed.success) return { controls: parsed.data as ControlsOf<'four-worlds'>, trouble: null, at: null };
  const [path = '', sentence = ''] = Object.entries(issuesByPath(parsed.error, draft))[0] ?? [];
  return { controls: null, trouble: `${wordsOf(path)}: ${sentence}`, at: path };
}

function wordsOf(path: string): string {
  if (path.startsWith('worlds')) return 'Worlds';
  if (path.startsWith('works')) return 'Work';
  return NUMBER_FIELDS.find(({ field }) => field === path)?.label ?? path;
}
