import { expect, it } from 'vitest';
import { type StageNeeds, stageLayout } from '../../../../src/renderer/derive/stage-layout';
import { labOf } from '../../../../src/renderer/labs/registry';
import { LAB_NAMES } from '../../../../src/shared/labs';

const timeline: StageNeeds = { lab: null, inLesson: false, inStepText: false, presenting: false, folded: null };
const ownLab = { ...timeline, lab: { runsForm: false } };
const formLab = { ...timeline, lab: { runsForm: true } };

it('the form stands beside a lab that runs it, and gives its room to one that does not', () => {
  expect(LAB_NAMES.filter((name) => stageLayout({ ...timeline, lab: labOf(name) }).left)).toEqual([
    'api-race',
    'chaos',
  ]);
});

it('a lesson and the text of a step keep the left column, where a form without effect is left out all the same', () => {
  expect(stageLayout({ ...ownLab, inLesson: true }).left).toBe(true);
  expect(stageLayout({ ...ownLab, inStepText: true })).toMatchObject({ left: true, form: false });
});

it('a lab has the room of the panels until one is asked for, in a lesson too; the timeline leaves them as they are', () => {
  expect(stageLayout(timeline).folded).toBe(false);
  expect(stageLayout(formLab).folded).toBe(true);
  expect(stageLayout({ ...formLab, folded: false }).folded).toBe(false);
  expect(stageLayout({ ...formLab, inLesson: true }).folded).toBe(true);
  expect(stageLayout({ ...formLab, inLesson: true, folded: false }).folded).toBe(false);
  expect(stageLayout({ ...timeline, folded: true }).folded).toBe(false);
});

it('sizes are kept only while all panels are there, and those of labs apart', () => {
  expect(stageLayout(timeline)).toMatchObject({ columns: 'columns', rows: 'rows' });
  expect(stageLayout({ ...ownLab, folded: false })).toMatchObject({ columns: null, rows: 'lab-rows' });
  expect(stageLayout(formLab)).toMatchObject({ columns: 'columns', rows: null });
});

it('presenter mode shows what it is asked to show, whatever lab is open', () => {
  expect(stageLayout({ ...ownLab, presenting: true })).toEqual({
    left: true,
    form: true,
    folded: false,
    columns: null,
    rows: null,
  });
});
