/** How the four worlds stand, in a sentence. */
import { formatDuration } from '../../../shared/format';
import { verdictText } from '../break-even/break-even-words';
import { raceMedians } from '../race/race-medians';
import { caveats, runningWords } from '../race/race-standing';
import type { RaceState } from '../race/race-store';
import { worldColumns } from './world-columns';
import type { WorldContestant } from './world-contestants';
import { WORK_WORDS, WORLD_WORDS } from './world-words';

export function worldStatus(state: RaceState): string {
  return (
    runningWords(state) ??
    [quickestWords(state), processesWords(state), caveats(state)].filter((words) => words !== '').join(' ')
  );
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

const FEW_CORES = 0.9;

/** How processes did at computing, with what they had of the machine: where its cores are busy they cannot be quicker. */
function processesWords(state: RaceState): string {
  const table = raceMedians(state, worldColumns(state));
  if (table === null) return '';
  const at = (id: string): number => table.columns.findIndex((column) => column.id === id);
  const row = table.rows.find(
    (cells) => cells[at('work')] === WORK_WORDS.cpu && cells[at('world')] === WORLD_WORDS.processes,
  );
  const number = (id: string): number => {
    const cell = row?.[at(id)];
    return typeof cell === 'number' ? cell : Number.NaN;
  };
  const [factor, cores, startUp] = [number('over_loop'), number('cores'), number('start_up_ms')];
  if (Number.isNaN(factor)) return '';
  // Workers that compute take a core at least, where they can have it.
  const busy = cores < FEW_CORES ? ', as other programs had the rest' : '';
  const had = Number.isNaN(cores) ? '' : `, on ${cores.toFixed(1)} cores${busy}`;
  const before = Number.isNaN(startUp) ? '' : `; their start-up of ${formatDuration(startUp * 1e6)} is not counted`;
  return `Computing in processes: ${verdictText(factor)}${had}${before}.`;
}
