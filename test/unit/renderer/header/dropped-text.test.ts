import { expect, it } from 'vitest';
import { droppedText } from '../../../../src/renderer/header/dropped-text';

it('says how many records are missing, and from what', () => {
  expect(droppedText(1)).toBe('✕ 1 record was dropped: the timeline and all figures lack it');
  expect(droppedText(12_345)).toMatch(/^✕ 12.345 records were dropped: the timeline and all figures lack them$/);
});
