import { expect, it } from 'vitest';
import { Definitions } from '../../../../src/main/pool/definitions';

const good = (functionId: number) => ({ type: 'defined', functionId, error: null }) as const;

it('a function that a worker has loaded is good, whoever asks and when', async () => {
  const definitions = new Definitions();
  const early = definitions.ask(1, 'one');
  definitions.take(good(1));
  definitions.take(good(2));
  await expect(Promise.all([early, definitions.ask(1, 'one'), definitions.ask(2, 'two')])).resolves.toBeDefined();
});

it('workers that are to come are asked to load what was asked for and not refused', async () => {
  const definitions = new Definitions();
  const [, bad] = [definitions.ask(1, 'one'), definitions.ask(2, 'two')];
  definitions.take(good(3));
  definitions.take({ type: 'defined', functionId: 2, error: { name: 'ModuleError', message: 'two: no', stack: '' } });
  expect([...definitions.wanted]).toEqual([1]);
  await expect(bad).rejects.toMatchObject({ name: 'ModuleError', message: 'two: no' });
  definitions.end(new Error('over'));
});

it('three workers that die while they load it are enough, and a later answer changes nothing', async () => {
  const definitions = new Definitions();
  const asked = definitions.ask(1, '/mine.mjs');
  for (let death = 0; death < 3; death++) definitions.workerDied('exit code 7');
  definitions.take(good(1));
  const message = '/mine.mjs: 3 workers in a row died while they loaded it (exit code 7)';
  await expect(asked).rejects.toMatchObject({ name: 'ModuleError', message });
});

it('workers that die later say nothing against it', async () => {
  const definitions = new Definitions();
  const asked = definitions.ask(1, 'one');
  definitions.take(good(1));
  for (let death = 0; death < 9; death++) definitions.workerDied('SIGKILL');
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
