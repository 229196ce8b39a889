/** How many cores the run that is shown had: those of the machine that it ran on, which a recording may tell. */
import type { Facts } from '../store/facts';

/** @param here cores of this machine */
export function coresOf({ started }: Pick<Facts, 'started'>, here: number): number {
  return started?.cores ?? here;
}
