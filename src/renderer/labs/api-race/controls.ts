/** What the typed controls of the API race come to, checked as a file's are. */
import { issuesByPath } from '../../../shared/explain-issues';
import { type ControlsOf, labSchema } from '../../../shared/labs';
import type { ApiRaceControls } from '../../store/api-race';
import { numberOf } from '../../store/draft';

/** As a scenario file has them; not checked. */
export function controlsDraft({ methods, chunksizes, rounds }: ApiRaceControls): unknown {
  const sizes = chunksizes.split(/[,\s]+/).filter((part) => part !== '');
  return { name: 'api-race', methods: [...methods], chunksizes: sizes.map(sizeOf), rounds: numberOf(rounds) };
}

const sizeOf = (text: string): unknown => (text.toLowerCase() === 'all' ? 'all' : numberOf(text));

export type CheckedControls =
  | { readonly controls: ControlsOf<'api-race'>; readonly trouble: null }
  | { readonly controls: null; readonly trouble: string };

export function checkControls(typed: ApiRaceControls): CheckedControls {
  const draft = controlsDraft(typed);
  const parsed = labSchema.safeParse(draft);
  if (parsed.success) return { controls: parsed.data as ControlsOf<'api-race'>, trouble: null };
  const [path = '', sentence = ''] = Object.entries(issuesByPath(parsed.error, draft))[0] ?? [];
  const words = Object.entries(WORDS).find(([field]) => path.startsWith(field))?.[1] ?? path;
  return { controls: null, trouble: `${words}: ${sentence}` };
}

const WORDS: Readonly<Record<string, string>> = { methods: 'Calls', chunksizes: 'Chunk sizes', rounds: 'Rounds' };
