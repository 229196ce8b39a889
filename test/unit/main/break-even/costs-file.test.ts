import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CostsFile } from '../../../../src/main/break-even/costs-file';
import { COSTS } from '../../../fixtures/costs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'poolscope-costs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the costs of a machine are there at the next start', async () => {
  expect(new CostsFile(folder).read()).toBeNull();
  await new CostsFile(join(folder, 'new')).write(COSTS);
  expect(new CostsFile(join(folder, 'new')).read()).toEqual(COSTS);
});

it('costs that cannot be kept say so in a sentence', async () => {
  const place = join(folder, 'a-file');
  writeFileSync(place, '');
  await expect(new CostsFile(place).write(COSTS)).rejects.toThrow(
    `${join(place, 'break-even.json')}: what was measured could not be kept for the next start (a file has its name)`,
  );
});

it.each(['', '{', '{"version": 2}', JSON.stringify({ ...COSTS, boot: [] }), JSON.stringify({ ...COSTS, warmMs: -1 })])(
  'costs that say %s are measured anew',
  (text) => {
    writeFileSync(join(folder, 'break-even.json'), text);
    expect(new CostsFile(folder).read()).toBeNull();
  },
);
