/** The table of the API race: what makes a contestant, and how its heats went. */
import { HEAT_COLUMNS, type RaceColumn } from '../race/race-results';
import { pythonName } from './race-contestants';

export const API_RACE_COLUMNS: readonly RaceColumn[] = [
  {
    id: 'call',
    label: 'Call',
    unit: '',
    kind: 'given',
    method: 'The method of the pool.',
    value: ({ scenario }) => pythonName(scenario.call.method),
  },
  {
    id: 'chunksize',
    label: 'Chunk size',
    unit: 'tasks',
    kind: 'given',
    method: 'Tasks that travel together; apply and apply_async send each alone.',
    value: (_, heat) => heat.chunksize,
  },
  ...HEAT_COLUMNS,
];
