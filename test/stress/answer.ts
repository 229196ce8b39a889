/** What a stress process does: POOLSCOPE_STRESS says it; what was found is printed as one line of JSON. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { cases } from './cases';
import { type MakeEngine, StressLab } from './stress-case';
import { beVictim, VICTIM_STATES } from './victim';

const requestSchema = z.union([
  z.object({ case: z.string(), full: z.boolean() }),
  z.object({ victim: z.enum(VICTIM_STATES) }),
]);

/** Electron may reach this file through a link; it lies in .cache/stress. */
const root = join(realpathSync(import.meta.dirname), '..', '..');
export const workerEntry = join(root, 'out', 'main', 'worker.js');

/** @returns the exit code */
export async function answer(makeEngine: MakeEngine): Promise<number> {
  try {
    return await obey(makeEngine);
  } catch (error) {
    console.error(error);
    return 1;
  }
}

async function obey(makeEngine: MakeEngine): Promise<number> {
  const request = requestSchema.parse(JSON.parse(process.env.POOLSCOPE_STRESS ?? 'null'));
  if ('victim' in request) {
    await beVictim(request.victim, root, makeEngine);
    return new Promise(() => undefined);
  }
  const found = cases.find(({ name }) => name === request.case);
  if (found === undefined) throw new Error(`There is no stress case ${request.case}.`);
  const lab = new StressLab(root, request.full, makeEngine);
  await found.run(lab);
  const broken = lab.claims.filter(({ actual, expected }) => !isDeepStrictEqual(actual, expected));
  const told = {
    type: 'stress',
    claims: lab.claims.length,
    broken: broken.map(inWords),
    notes: lab.notes,
    pids: lab.pids,
  };
  await new Promise<void>((resolve) => process.stdout.write(`${JSON.stringify(told)}\n`, () => resolve()));
  return 0;
}

const shown = (value: unknown): string =>
  JSON.stringify(value instanceof Set ? [...value] : value, (_, part: unknown) => part ?? null) ?? 'nothing';

const inWords = ({ claim, actual, expected }: { claim: string; actual: unknown; expected: unknown }): string =>
  `${claim}: expected ${shown(expected)}, was ${shown(actual)}`;
