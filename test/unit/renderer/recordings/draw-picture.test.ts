import { describe, expect, it } from 'vitest';
import { drawPicture, PICTURE } from '../../../../src/renderer/recordings/draw-picture';
import { type MakeRunOptions, makeFacts } from '../../../fixtures/make-run';

interface Drawn {
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawn(options: MakeRunOptions): Drawn[] {
  const log: Drawn[] = [];
  const ctx = {
    fillStyle: '',
    fillRect(x: number, y: number, width: number, height: number) {
      log.push({ colour: this.fillStyle, x, y, width, height });
    },
  };
  drawPicture(ctx, makeFacts(options), { run: 'blue', boundary: 'orange', trouble: 'red' });
  return log;
}

describe('the picture of a recording', () => {
  it('stays within its frame, and shows work in most of it', () => {
    const rectangles = drawn({ tasks: 200, workers: 4 });
    for (const { x, y, width, height } of rectangles) {
      expect(x >= 0 && x + width <= PICTURE.width && y >= 0 && y + height <= PICTURE.height + 1e-6).toBe(true);
    }
    expect(new Set(rectangles.filter(({ colour }) => colour === 'blue').map(({ x }) => x)).size).toBeGreaterThan(40);
  });

  it('marks trouble only where there was some', () => {
    expect(drawn({ tasks: 40 }).some(({ colour }) => colour === 'red')).toBe(false);
    expect(drawn({ tasks: 40, failEvery: 7 }).some(({ colour }) => colour === 'red')).toBe(true);
  });
});
