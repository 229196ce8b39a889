import { expect, it, vi } from 'vitest';
import { removeOldFiles } from '../../../src/boundary/temporary-file';
import { removeLeftBehind } from '../../../src/main/run/shared-ledger';
import { tidy } from '../../../src/main/tidy';

vi.mock('../../../src/boundary/temporary-file', () => ({ removeOldFiles: vi.fn() }));
vi.mock('../../../src/main/run/shared-ledger', () => ({ removeLeftBehind: vi.fn() }));

it('removes shared memory also where files cannot be removed, and never fails', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  vi.mocked(removeOldFiles).mockImplementation(() => {
    throw new Error('the disk is read-only');
  });
  vi.mocked(removeLeftBehind).mockRejectedValue(new Error('no such library'));
  await tidy();
  expect(removeLeftBehind).toHaveBeenCalledOnce();
  expect(told).toHaveBeenCalledTimes(2);
});
