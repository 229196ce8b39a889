/** The last key that was pressed and what it did, at the lower edge. What is typed into fields is not shown. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../actions/context';
import { chord } from '../commands/chord';
import { isTaken } from '../commands/listen';
import { presenterStore } from '../store/presenter';
import { keyCaps, type ShownKey, shownKey } from './shown-key';

/** Long enough to be read aloud. */
const SHOWN_MS = 4000;

export function KeysOverlay() {
  const isOn = useStore(presenterStore, ({ presenting, keys }) => presenting && keys);
  return isOn ? <LastKey /> : null;
}

function LastKey() {
  const platform = useSession(({ info }) => info.platform);
  const [last, setLast] = useState<(ShownKey & { readonly count: number }) | null>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const pressed = chord(event);
      // Before the key is answered: afterwards its command may no longer apply.
      const key = event.repeat || isTaken(pressed, event.target) ? null : shownKey(pressed);
      if (key !== null) setLast((before) => ({ ...key, count: (before?.count ?? 0) + 1 }));
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  useEffect(() => {
    if (last === null) return;
    const timer = setTimeout(() => setLast(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [last]);

  if (last === null) return null;
  return (
    <p className="presenter-keys" data-testid="presenter-keys" aria-hidden="true">
      <span className="presenter-caps">
        {keyCaps(last.chord, platform).map((cap) => (
          <kbd key={cap}>{cap}</kbd>
        ))}
      </span>
      {last.text}
    </p>
  );
}
