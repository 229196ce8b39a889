import { expect, it } from 'vitest';
import { Definitions } from '../../../../src/main/pool/definitions';

const good = (functionId: number) => ({ type: 'defined', functionId, error: null }) as const;

it('a function that the workers have loaded is good, whoever asks and when', async () => {
  const definitions = new Definitions();
  const early = definitions.ask(1, 'one');
  definitions.take(0, good(1));
  definitions.take(0, good(2));
  await expect(Promise.all([early, definitions.ask(1, 'one'), definitions.ask(2, 'two')])).resolves.toBeDefined();
});

it('it is good only when all have loaded it that were told to, or are gone', async () => {
  const definitions = new Definitions();
  let answered = false;
  const asked = definitions.ask(1, 'one').then(() => {
    answered = true;
  });
  for (const worker of [0, 1, 2]) definitions.told(1, worker);
  definitions.take(1, good(1));
  definitions.workerGone(2, null);
  // Everything that is to happen by now has happened.
  await new Promise(setImmediate);
  expect(answered).toBe(false);
  definitions.take(0, good(1));
  await asked;
});

it('workers that are to come are asked to load what was asked for and not refused', async () => {
  const definitions = new Definitions();
  const [, bad] = [definitions.ask(1, 'one'), definitions.ask(2, 'two')];
  definitions.take(0, good(3));
  definitions.take(0, {
    type: 'defined',
    functionId: 2,
    error: { name: 'ModuleError', message: 'two: no', stack: '' },
  });
  expect([...definitions.wanted]).toEqual([1]);
  await expect(bad).rejects.toMatchObject({ name: 'ModuleError', message: 'two: no' });
  definitions.end(new Error('over'));
});

it('three workers that die while they load it are enough, and a later answer changes nothing', async () => {
  const definitions = new Definitions();
  const asked = definitions.ask(1, '/mine.mjs');
  for (const worker of [0, 1, 2]) {
    definitions.told(1, worker);
    definitions.workerGone(worker, 'exit code 7');
  }
  definitions.take(3, good(1));
  const message = '/mine.mjs: 3 workers in a row died while they loaded it (exit code 7)';
  await expect(asked).rejects.toMatchObject({ name: 'ModuleError', message });
});

it('workers that die at something else say nothing against it', async () => {
  const definitions = new Definitions();
  const asked = definitions.ask(1, 'one');
  for (let worker = 0; worker < 9; worker++) definitions.workerGone(worker, 'SIGKILL');
  definitions.told(1, 9);
  definitions.take(9, good(1));
  await expect(asked).resolves.toBeUndefined();
  expect([...definitions.wanted]).toEqual([1]);
});

it('no answer at all is an answer after a while', async () => {
  const asked = new Definitions(1).ask(1, '/mine.mjs');
  await expect(asked).rejects.toThrow('/mine.mjs: it was not loaded within 0.001 s');
});

it('the end of the pool is one, too', async () => {
  const definitions = new Definitions();
  const asked = definitions.ask(1, 'one');
  definitions.end(new Error('over'));
  await expect(asked).rejects.toThrow('over');
});
