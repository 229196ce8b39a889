import { expect, it } from 'vitest';
import { sliceNames } from '../../../../../src/renderer/derive/slices/slice-names';
import { sliceFactsOf } from '../../../../fixtures/slices';

it('the names of slices are listed once, in the order of their colours', () => {
  const { data } = sliceFactsOf([
    [
      ['put', 0, 1],
      ['blocked', 1, 2],
      ['put', 2, 3],
    ],
    [['get', 0, 5]],
  ]);
  const names = sliceNames(data.slices);
  expect(names.map(({ text }) => text)).toEqual(['put', 'blocked', 'get']);
  expect(names.map(({ number }) => data.slices.texts[number])).toEqual(['put', 'blocked', 'get']);
});
