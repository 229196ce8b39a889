import { expect, it } from 'vitest';
import { type Heat, heatOf } from '../../../../../src/renderer/derive/race/heat';
import { heatFigures } from '../../../../../src/renderer/derive/race/heat-figures';
import { raceStatus } from '../../../../../src/renderer/labs/api-race/race-status';
import { caveats } from '../../../../../src/renderer/labs/race/race-standing';
import { noRace } from '../../../../../src/renderer/labs/race/race-store';
import { createFactsStore, takeEvent } from '../../../../../src/renderer/store/facts';
import { parseScenario } from '../../../../../src/shared/parse-scenario';
import { makeRun } from '../../../../fixtures/make-run';

function heat(change: Partial<Heat> = {}): Heat {
  const store = createFactsStore();
  for (const event of makeRun({ tasks: 24 })) takeEvent(store, event);
  const of = heatOf(store.getState());
  const rows = { ...of.rows, failed: new Uint8Array(of.rows.length) };
  return { ...of, rows, status: 'completed', message: null, ...change };
}

it('says nothing of what is left out where every heat counts', () => {
  expect(caveats({ heats: [[heat()], []] })).toBe('');
});

it('says how many heats are left out of the figures, and why the first of them is', () => {
  const failed = heat({ status: 'broken', message: 'A worker died.' });
  expect(caveats({ heats: [[heat()], [heat({ status: 'stopped', message: 'Stopped.' })]] })).toBe(
    '1 of 2 heats did not come to its end and is left out of the figures.',
  );
  expect(caveats({ heats: [[failed], [failed, heat()]] })).toBe(
    '2 of 3 heats did not come to their end and are left out of the figures: A worker died.',
  );
});

it('says in how many heats tasks failed: their figures count, and are not those of the others', () => {
  const { rows } = heat();
  const some = heat({ rows: { ...rows, failed: rows.failed.map((_, row) => (row === 3 ? 1 : 0)) } });
  expect(caveats({ heats: [[heat()], [some]] })).toBe('Tasks failed in 1 of 2 heats.');
});

it('is not silent where no heat came to its end', () => {
  expect(raceStatus({ ...noRace(), heats: [[heat({ status: 'broken', message: 'A worker died.' })]] })).toBe(
    '1 of 1 heats did not come to its end and is left out of the figures: A worker died.',
  );
});

it('does not praise a call that raised: it gave the caller nothing', () => {
  const contestants = ['map', 'imap'].map((name) => ({
    id: name,
    label: name,
    scenario: parseScenario({ version: 1, workload: { name: 'sleep' } }),
  }));
  const raised = heat({ deliveredOrder: new Uint32Array(0), lengthNs: 1 });
  expect(heatFigures(raised).order).toBeNull();
  const state = { ...noRace(), contestants, heats: [[raised], [heat()]] };
  expect(raceStatus(state)).toMatch(/^First result soonest: imap, after .* Done soonest: imap, after /);
  expect(raceStatus({ ...state, heats: [[raised], []] })).toBe('');
});
