/** The gallery of what cannot be pickled: a list of values, and of one its code and what came of it, here and in Python. */
import { Tabs } from 'radix-ui';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { sendGallery } from '../../actions/gallery';
import { galleryStore } from '../../store/gallery';
import { Button } from '../../ui/button';
import { galleryEntries } from './entries';
import { GalleryValue } from './gallery-value';
import { pythonEntries, pythonVersion } from './python-gallery';
import { verdictOf } from './verdict';
import { VerdictMark } from './verdict-mark';
import './gallery.css';

export function GalleryPanel() {
  const { sent, sending, trouble } = useStore(galleryStore);
  useEffect(() => {
    if (galleryStore.getState().sent === null) void sendGallery();
  }, []);
  return (
    <div className="gallery">
      <div className="gallery-head">
        <p role="status" className="gallery-sent">
          {trouble ?? (sent === null || sending ? 'Sending each value through a pool…' : sentWords(sent.pid))}
        </p>
        <Button onClick={() => void sendGallery()} disabled={sending}>
          Send them again
        </Button>
      </div>
      <Tabs.Root className="gallery-body" defaultValue={galleryEntries[0]?.name ?? ''} orientation="vertical">
        <Tabs.List className="gallery-list" aria-label="Values that are hard to pickle">
          <div className="gallery-columns" aria-hidden>
            <span>here</span>
            <span>Python</span>
          </div>
          {galleryEntries.map(({ name, title }) => {
            const here = sent?.outcomes[name]?.argument ?? null;
            const python = pythonEntries.get(name)?.argument ?? null;
            return (
              <Tabs.Trigger key={name} value={name} className="gallery-item">
                <span>{title}</span>
                <VerdictMark verdict={here === null ? null : verdictOf(here)} where="here" />
                <VerdictMark verdict={python === null ? null : verdictOf(python)} where="in Python" />
              </Tabs.Trigger>
            );
          })}
        </Tabs.List>
        {galleryEntries.map((entry) => (
          <Tabs.Content key={entry.name} value={entry.name} className="gallery-value">
            <GalleryValue entry={entry} here={sent?.outcomes[entry.name] ?? null} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </div>
  );
}

const sentWords = (pid: number): string =>
  `Just now sent to process ${pid} and back. Python’s answers are those of Python ${pythonVersion}, recorded.`;
