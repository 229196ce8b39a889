/** Commands about exports. */
import { canExport, showExport } from '../export/export-actions';
import type { Command } from './command';

export const exportCommands: readonly Command[] = [
  {
    id: 'export',
    group: 'Run',
    text: 'Export the run: picture, trace, CSV',
    chords: ['Mod+E'],
    act: () => showExport(true),
    applies: canExport,
  },
];
