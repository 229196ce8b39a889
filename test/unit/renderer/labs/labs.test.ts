import { describe, expect, it } from 'vitest';
import { API_RACE_COLUMNS } from '../../../../src/renderer/labs/api-race/api-race-columns';
import { chaosResults } from '../../../../src/renderer/labs/chaos/chaos-results';
import { labOf, labs } from '../../../../src/renderer/labs/registry';
import { CHAOS_POLICIES, type ChaosProgress } from '../../../../src/shared/chaos';
import { type ControlsOf, LAB_NAMES, type LabControls, labSchema } from '../../../../src/shared/labs';

const ended: ChaosProgress = {
  type: 'chaos',
  running: false,
  rows: CHAOS_POLICIES.map((policy, at) => ({
    policy,
    state: 'ended',
    figures: {
      submitted: 40,
      delivered: 40 - at,
      failed: at,
      lost: 0,
      repeated: 0,
      faults: 3,
      lostToDeaths: at,
      wallMs: 100 + at,
    },
  })),
};

it('the menu has every lab', () => {
  expect(labs.map(({ name }) => name)).toEqual([...LAB_NAMES]);
});

describe.each(labs.map((lab) => [lab.name, lab] as const))('the lab %s', (_, lab) => {
  it('begins with controls that a file may have', () => {
    expect(labSchema.safeParse(lab.controls()).error?.issues).toBeUndefined();
  });

  it('has nothing to export before it has run', () => {
    expect(lab.results()).toBeNull();
  });
});

const OTHERS: readonly LabControls[] = [
  { name: 'api-race', methods: ['imap', 'apply'], chunksizes: [3, 'all'], rounds: 4 },
  { name: 'chaos', faults: 9, kind: 'stop', seed: -7 },
];

describe('the controls of a file', () => {
  it.each(OTHERS.map((controls) => [controls.name, controls] as const))(
    'are those of the lab %s then',
    (name, controls) => {
      const lab = labOf(name);
      const before = labSchema.parse(lab.controls());
      lab.take(controls as never);
      expect(lab.controls()).toEqual(controls);
      lab.take(before as never);
      expect(lab.controls()).toEqual(before);
    },
  );

  it('leave out what has a default', () => {
    const race = labSchema.parse({ name: 'api-race' }) as ControlsOf<'api-race'>;
    labOf('api-race').take(race as never);
    expect(labOf('api-race').controls()).toEqual(race);
  });
});

describe('the results of the chaos bench', () => {
  it('are a row for each policy, compared with the run without faults', () => {
    const results = chaosResults({ progress: ended, scenario: null });
    expect(results?.rows.map(([policy, , delivered]) => [policy, delivered])).toEqual([
      ['no faults', 40],
      ['retry', 39],
      ['fail', 38],
      ['break', 37],
      ['lose', 36],
    ]);
    expect(results?.rows.map((row) => row.at(-1))).toEqual([null, 1, 2, 3, 4]);
    for (const row of results?.rows ?? []) expect(row).toHaveLength(results?.columns.length ?? 0);
  });
});

const columns = [...API_RACE_COLUMNS, ...(chaosResults({ progress: ended, scenario: null })?.columns ?? [])];

describe('the columns of results', () => {
  it.each(columns.map((column) => [column.label, column] as const))('say how %s was come by', (_, { id, method }) => {
    expect(id).toMatch(/^[a-z_]+$/);
    expect(method).toMatch(/^[A-Z].*\.$/);
    expect(method.length).toBeLessThanOrEqual(220);
  });
});
