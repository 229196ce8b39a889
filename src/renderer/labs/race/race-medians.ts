/** The table of a race as it is shown: a row for each contestant, the median of its rounds in each cell. */
import { median } from 'd3';
import type { LabResults, ResultCell, ResultColumn } from '../results/lab-results';
import type { RaceColumn } from './race-results';
import type { RaceState } from './race-store';

const SPREAD: ResultColumn = {
  id: 'wall_spread_ms',
  label: 'Spread',
  unit: 'ms',
  kind: 'derived',
  method: 'The longest wall time of the rounds less the shortest.',
};

/** Heats that were stopped or broke do not count. @returns null before the first heat has ended */
export function raceMedians(
  { contestants, heats }: RaceState,
  columns: readonly RaceColumn[],
): Pick<LabResults, 'columns' | 'rows'> | null {
  const several = heats.some((kept) => kept.length > 1);
  const rows = contestants.flatMap((contestant, at): ResultCell[][] => {
    const counted = (heats[at] ?? []).filter(({ status }) => status === 'completed');
    if (counted.length === 0) return [];
    const cells = columns.map(({ value }) => middle(counted.map((heat) => value(contestant, heat))));
    const walls = counted.map(({ lengthNs }) => lengthNs / 1e6);
    return [several ? [...cells, Math.max(...walls) - Math.min(...walls)] : cells];
  });
  return rows.length === 0 ? null : { columns: several ? [...columns, SPREAD] : columns, rows };
}

function middle(cells: readonly ResultCell[]): ResultCell {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  return numbers.length === 0 ? (cells[0] ?? null) : (median(numbers) ?? null);
}
