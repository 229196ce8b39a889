/** The one race of the four worlds in the window, and how it is begun from its controls. */
import { toast } from 'sonner';
import { createFourWorldsStore } from '../../store/four-worlds';
import { Race } from '../race/race';
import { checkControls, initialControls } from './controls';
import { worldsOrder } from './world-contestants';

export const fourWorldsStore = createFourWorldsStore(initialControls());
export const worldsRace = new Race('The race of the four worlds');

export function runFourWorlds(): void {
  const { controls, trouble } = checkControls(fourWorldsStore.getState());
  // It stands below the controls already, which an audience does not see.
  if (controls === null) toast.error(trouble);
  else void worldsRace.start(worldsOrder(controls));
}
