/** Two fingers on a touch screen: their distance zooms, their middle pans. Knows fingers by the id of their pointer. */

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** What moving a finger did. */
export interface PinchStep {
  /** Above 1: closer. */
  readonly factor: number;
  /** What stays under the fingers, in CSS pixels. */
  readonly atX: number;
  /** How far the middle has moved to the right. */
  readonly byX: number;
}

/** Nearer fingers tell nothing of a direction. */
const LEAST_PX = 16;

export class Pinch {
  private readonly fingers = new Map<number, Finger>();

  get active(): boolean {
    return this.fingers.size === 2;
  }

  down(id: number, at: Finger): void {
    this.fingers.set(id, at);
  }

  up(id: number): void {
    this.fingers.delete(id);
  }

  /** @returns null: there are not two fingers, or this is none of them */
  move(id: number, to: Finger): PinchStep | null {
    const before = this.fingers.get(id);
    if (before === undefined) return null;
    this.fingers.set(id, to);
    const other = [...this.fingers].find(([each]) => each !== id)?.[1];
    if (other === undefined || !this.active) return null;
    const middle = (to.x + other.x) / 2;
    return {
      factor: distance(to, other) / distance(before, other),
      atX: middle,
      byX: middle - (before.x + other.x) / 2,
    };
  }
}

function distance(a: Finger, b: Finger): number {
  return Math.max(LEAST_PX, Math.hypot(a.x - b.x, a.y - b.y));
}
