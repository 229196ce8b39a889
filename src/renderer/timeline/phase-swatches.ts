/** Colour and texture of each phase, the same as theme.ts paints with. */
import type { Phase } from '../../shared/phases';
import type { TextureName } from './textures';

export interface SwatchStyle {
  /** Name of a CSS custom property. */
  readonly color: string;
  readonly texture: TextureName;
}

const run: SwatchStyle = { color: '--phase-run', texture: 'solid' };
const dumps: SwatchStyle = { color: '--phase-dumps', texture: 'solid' };
const loads: SwatchStyle = { color: '--phase-loads', texture: 'solid' };
const flight: SwatchStyle = { color: '--phase-flight', texture: 'ticks' };

export const PHASE_SWATCHES: Readonly<Record<Phase, SwatchStyle>> = {
  queueWait: { color: '--phase-queue-wait', texture: 'rising' },
  dumpsArgs: dumps,
  sendArgs: flight,
  loadsArgs: loads,
  run,
  dumpsResult: dumps,
  sendResult: flight,
  loadsResult: loads,
  orderWait: { color: '--phase-order-wait', texture: 'level' },
};
