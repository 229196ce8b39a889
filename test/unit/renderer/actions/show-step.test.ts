import { beforeEach, expect, it } from 'vitest';
import { showStep } from '../../../../src/renderer/actions/show-step';
import { lessonStore, noLesson } from '../../../../src/renderer/store/lesson';

const step = { scenario: 'naps.json', minutes: 5, notes: [] };

beforeEach(() => lessonStore.setState(noLesson()));

it('a scenario is shown where no lesson stands in the place of the form', () => {
  expect(showStep.isShown(step)).toBe(true);
  lessonStore.setState({ open: 'pickling' });
  expect(showStep.isShown(step)).toBe(false);
});
