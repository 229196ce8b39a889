/** What becomes of changes that are not saved, before something else takes their place. */
import { Dialog as Radix } from 'radix-ui';
import { useStore } from 'zustand';
import { useActions } from '../actions/context';
import { workshopStore } from '../store/workshop';
import { Button } from '../ui/button';
import { useReturnFocus } from '../ui/return-focus';

export function UnsavedDialog() {
  const { workshops } = useActions();
  const asked = useStore(workshopStore, (state) => state.leaving !== null);
  const title = useStore(workshopStore, (state) => state.workshop?.title ?? '');
  const focus = useReturnFocus();
  return (
    <Radix.Root open={asked} onOpenChange={(stays) => !stays && workshops.stay()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content className="dialog" {...focus}>
          <Radix.Title className="dialog-title">Save the changes?</Radix.Title>
          <Radix.Description className="dialog-text">
            “{title}” has changes that are in no file yet. Without saving they are lost.
          </Radix.Description>
          <div className="dialog-actions">
            <Button onClick={workshops.stay}>Cancel</Button>
            <Button look="danger" onClick={workshops.leaveUnsaved}>
              Do not save
            </Button>
            <Button look="primary" onClick={() => workshops.saveAndLeave()}>
              Save
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
