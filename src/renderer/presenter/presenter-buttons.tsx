/** What stands in the top line in presenter mode: which keys there are, for whoever has a mouse only. */
import { useStore } from 'zustand';
import { presenterStore } from '../store/presenter';
import { Button } from '../ui/button';
import { presenterCommands } from './presenter-commands';

export function PresenterButtons() {
  const { presenting, spotlight } = useStore(presenterStore);
  if (!presenting) return null;
  return (
    <div className="presenter-buttons">
      <Button aria-pressed={spotlight} onClick={() => presenterCommands.toggleSpotlight()}>
        Spotlight <kbd>T</kbd>
      </Button>
      <Button onClick={() => presenterCommands.leave()}>
        Leave <kbd>Esc</kbd>
      </Button>
    </div>
  );
}
