/** What can be pointed at in a chart: where it is, what it says, and which tasks it stands for. */

/** In CSS pixels of the chart. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Mark extends Box {
  readonly key: string | number;
  /** What is told of it: one short line. */
  text(): string;
  /** Rows of its tasks; looked up when somebody asks. */
  rows(): readonly number[];
  /** What choosing it does besides selecting them. */
  picked?(): void;
}

/** A mark may be smaller than a pointer is precise. */
const NEAR_PX = 6;

/** @returns the position of the mark at a point, or of the nearest one close by; -1: none */
export function markAt(marks: readonly Mark[], x: number, y: number): number {
  let found = -1;
  let nearest = NEAR_PX;
  for (const [position, mark] of marks.entries()) {
    const dx = Math.max(mark.x - x, 0, x - mark.x - mark.width);
    const dy = Math.max(mark.y - y, 0, y - mark.y - mark.height);
    const distance = Math.hypot(dx, dy);
    // Of those that lie over each other, the last one is drawn on top.
    if (distance < nearest || (distance === 0 && nearest === 0)) [found, nearest] = [position, distance];
  }
  return found;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Straight ahead counts more than what lies to the side. */
const ASIDE = 4;
/** Of two at the same distance, the one next in order. */
const TIE = 1e-9;

/** Where a key leads from a mark: to the next one that way. @returns -1 for a key that leads nowhere */
export function markTowards(marks: readonly Mark[], current: number, key: string): number {
  if (marks.length === 0) return -1;
  if (key === 'Home') return 0;
  if (key === 'End') return marks.length - 1;
  const direction = DIRECTIONS[key];
  if (direction === undefined) return -1;
  const from = marks[current];
  if (from === undefined) return 0;
  let found = current;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [position, mark] of marks.entries()) {
    const dx = middleX(mark) - middleX(from);
    const dy = middleY(mark) - middleY(from);
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    // Points may lie in the same place: those are passed one by one, in their order.
    const inOrder = (position - current) * (direction[0] + direction[1]) > 0;
    if (position === current || (ahead < 1e-6 && !(dx === 0 && dy === 0 && inOrder))) continue;
    const distance = ahead + aside * ASIDE + Math.abs(position - current) * TIE;
    if (distance >= nearest) continue;
    [found, nearest] = [position, distance];
  }
  return found;
}

const middleX = ({ x, width }: Box): number => x + width / 2;
const middleY = ({ y, height }: Box): number => y + height / 2;
