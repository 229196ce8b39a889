/** How the four worlds stand, in a sentence. */
import { formatDuration } from '../../../shared/format';
import { caveats, runningWords } from '../race/race-standing';
import type { RaceState } from '../race/race-store';
import type { WorldContestant } from './world-contestants';
import { WORK_WORDS, WORLD_WORDS } from './world-words';

export function worldStatus(state: RaceState): string {
  return runningWords(state) ?? [quickestWords(state), caveats(state)].filter((words) => words !== '').join(' ');
}

function quickestWords({ contestants, heats }: RaceState): string {
  const quickest = new Map<string, { readonly world: string; readonly wallNs: number }>();
  for (const [at, contestant] of contestants.entries()) {
    const { work, world } = contestant as WorldContestant;
    const ended = (heats[at] ?? []).filter(({ status }) => status === 'completed');
    if (ended.length === 0) continue;
    const wallNs = Math.min(...ended.map(({ lengthNs }) => lengthNs));
    if (wallNs < (quickest.get(WORK_WORDS[work])?.wallNs ?? Number.POSITIVE_INFINITY))
      quickest.set(WORK_WORDS[work], { world: WORLD_WORDS[world], wallNs });
  }
  if (quickest.size === 0) return '';
  const each = [...quickest].map(([work, { world, wallNs }]) => `${work}: ${world}, ${formatDuration(wallNs)}`);
  return `Quickest. ${each.join('. ')}.`;
}
