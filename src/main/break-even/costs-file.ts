/** The machine's costs on disk, so that they are there at the next start. What cannot be read is measured anew. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Costs, costsSchema } from '../../shared/break-even/costs';
import { reasonOf, WriteFileError } from '../export/write-file';

export class CostsFile {
  /** @param folder the user's data folder; made when something is written */
  constructor(private readonly folder: string) {}

  private get path(): string {
    return join(this.folder, 'break-even.json');
  }

  /** null: there are none, or they are damaged or of another version. */
  read(): Costs | null {
    try {
      return costsSchema.parse(JSON.parse(readFileSync(this.path, 'utf8')));
    } catch {
      return null;
    }
  }

  /** @throws WriteFileError */
  async write(costs: Costs): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFileAtomic(this.path, `${JSON.stringify(costs, null, 2)}\n`);
    } catch (error) {
      const what = 'what was measured could not be kept for the next start';
      throw new WriteFileError(`${this.path}: ${what} (${reasonOf(error)})`, { cause: error });
    }
  }
}
