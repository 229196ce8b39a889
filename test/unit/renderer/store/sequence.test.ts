import { expect, it } from 'vitest';
import {
  createSequenceStore,
  inSequence,
  refuseInSequence,
  type Sequence,
} from '../../../../src/renderer/store/sequence';

const race: Sequence = { title: 'The race', stop: () => undefined };

it('keeps others out until its last run, and lets them in again', async () => {
  const store = createSequenceStore();
  await inSequence(
    race,
    async () => {
      expect(store.getState().current).toBe(race);
      expect(() => refuseInSequence(store)).toThrow('The race is under way; stop it first.');
      await expect(inSequence(race, async () => undefined, store)).rejects.toThrow('is under way');
      expect(store.getState().current).toBe(race);
    },
    store,
  );
  expect(() => refuseInSequence(store)).not.toThrow();
});

it('lets others in after trouble, too, and hands the trouble on', async () => {
  const store = createSequenceStore();
  await expect(inSequence(race, () => Promise.reject(new Error('No more memory.')), store)).rejects.toThrow('No more');
  expect(store.getState().current).toBeNull();
});
