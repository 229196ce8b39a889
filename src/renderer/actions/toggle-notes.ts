/** Shows or hides the teacher's notes: in presenter mode for as long as that lasts, else for good. */
import { presenterCommands } from '../presenter/presenter-commands';
import { presenterStore } from '../store/presenter';
import { workshopStore } from '../store/workshop';

export function toggleNotes(): void {
  if (presenterStore.getState().presenting) presenterCommands.toggleAside('notes');
  else workshopStore.setState({ notesShown: !workshopStore.getState().notesShown });
}
