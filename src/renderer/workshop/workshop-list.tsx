/** All workshops that can be begun: those that ship with the app, files opened last, another file, a new one. */
import { FilePlus2, FolderOpen } from 'lucide-react';
import { useStore } from 'zustand';
import { sameSource, type WorkshopEntry } from '../../shared/workshop';
import { useActions } from '../actions/context';
import { workshopStore } from '../store/workshop';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import '../lessons/lessons.css';
import './workshop.css';

export function WorkshopListDialog() {
  const { workshops, open } = useActions();
  const shown = useStore(workshopStore, (state) => state.listShown);
  const list = useStore(workshopStore, (state) => state.list);
  const openOther = (): void => {
    workshops.showList(false);
    open();
  };
  return (
    <Dialog
      open={shown}
      title="Workshops"
      text="Lessons, labs and exercises in order, with notes for the teacher and a clock."
      onClose={() => workshops.showList(false)}
    >
      <Entries title="Ready to teach" entries={list?.shipped ?? []} />
      {(list?.recent.length ?? 0) > 0 && <Entries title="Opened last" entries={list?.recent ?? []} />}
      <div className="workshop-ways">
        <Button onClick={openOther}>
          <FolderOpen size={16} aria-hidden />
          Open…
        </Button>
        <Button onClick={workshops.create}>
          <FilePlus2 size={16} aria-hidden />
          New…
        </Button>
      </div>
    </Dialog>
  );
}

interface EntriesProps {
  readonly title: string;
  readonly entries: readonly WorkshopEntry[];
}

function Entries({ title, entries }: EntriesProps) {
  const { workshops } = useActions();
  const progress = useStore(workshopStore, (state) => state.progress);
  return (
    <section>
      <h3 className="lesson-label">{title}</h3>
      <ul className="lesson-items">
        {entries.map(({ source, title: name, minutes, steps }) => {
          const begun = progress.find((one) => sameSource(one.source, source));
          const at = begun === undefined || begun.step === 0 ? '' : `; you are at step ${begun.step + 1}`;
          return (
            <li key={JSON.stringify(source)}>
              <button type="button" className="workshop-item" onClick={() => workshops.openSource(source)}>
                <span className="lesson-item-title">{name}</span>{' '}
                <span className="lesson-item-idea">
                  {minutes} minutes, {steps} {steps === 1 ? 'step' : 'steps'}
                  {at}
                </span>
                {'path' in source && <span className="lesson-item-idea"> {source.path}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
