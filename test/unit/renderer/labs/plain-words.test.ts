import { expect, it } from 'vitest';
import { LAB_IDEAS, LAB_NAMES, LAB_TITLES } from '../../../../src/shared/labs';
import { titleTroubleOf, troubleOf } from '../../../fixtures/plain-words';

it.each(LAB_NAMES)('the lab %s says in plain words what it is about', (name) => {
  expect(titleTroubleOf(LAB_TITLES[name])).toEqual([]);
  expect(troubleOf(LAB_IDEAS[name])).toEqual([]);
});
