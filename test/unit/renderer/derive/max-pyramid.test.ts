import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaxPyramid } from '../../../../src/renderer/derive/max-pyramid';
import { Vector } from '../../../../src/shared/vector';

describe('the maximum of a stretch', () => {
  it('is what looking at every number gives, also while numbers come in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(1000), { maxLength: 400 }), { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(2000)), { maxLength: 30 }),
        (parts, stretches) => {
          const values = new Vector(Uint32Array);
          const pyramid = new MaxPyramid(values);
          for (const part of parts) {
            values.append(Uint32Array.from(part));
            pyramid.update();
            for (const [a, b] of stretches) {
              const from = Math.min(a, b, values.length);
              const to = Math.min(Math.max(a, b), values.length);
              expect(pyramid.max(from, to)).toBe(Math.max(0, ...values.array.slice(from, to)));
            }
          }
        },
      ),
    );
  });
});
