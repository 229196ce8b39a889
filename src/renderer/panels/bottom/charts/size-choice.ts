/** What the choices of the chart of sizes mean. */
import type { Phase } from '../../../../shared/phases';
import type { SizeChoice } from './chart-store';

export const SIZE_OF = ['argument', 'result'] as const satisfies readonly SizeChoice['of'][];
export const AGAINST = ['dumps', 'in flight', 'loads', 'run'] as const satisfies readonly SizeChoice['against'][];

const PHASES_OF: Readonly<Record<SizeChoice['of'], Readonly<Record<SizeChoice['against'], Phase>>>> = {
  argument: { dumps: 'dumpsArgs', 'in flight': 'sendArgs', loads: 'loadsArgs', run: 'run' },
  result: { dumps: 'dumpsResult', 'in flight': 'sendResult', loads: 'loadsResult', run: 'run' },
};

export function phaseOf({ of, against }: SizeChoice): Phase {
  return PHASES_OF[of][against];
}
