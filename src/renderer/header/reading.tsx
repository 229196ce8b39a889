/** How far the file that is being opened has been read, and the way to end that. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { formatPercent } from '../../shared/format';
import { cancelOpening } from '../actions/opening';
import { fileName } from '../derive/recording-words';
import { type Opening, openingStore } from '../store/opening';

/** @returns 0 to 1; null while no file is being read */
export function useReadShare(): number | null {
  return useStore(openingStore, readShare);
}

function readShare({ opening }: Opening): number | null {
  if (opening?.state !== 'reading') return null;
  return opening.totalBytes === 0 ? 0 : Math.min(1, opening.readBytes / opening.totalBytes);
}

export function Reading() {
  const share = useReadShare();
  const path = useStore(openingStore, ({ opening }) => opening?.path ?? '');
  const reading = share !== null;
  useEffect(() => (reading ? listenForEscape() : undefined), [reading]);
  if (!reading) return null;
  return (
    <span className="reading">
      <span>
        Reading {fileName(path)}: {formatPercent(share)}
      </span>
      <button type="button" className="recording-action" onClick={cancelOpening}>
        Cancel <kbd>Esc</kbd>
      </button>
    </span>
  );
}

/** What Escape closes first. */
const LIES_ABOVE = '[role="dialog"], [role="menu"], [role="combobox"], [role="option"]';

/** Before anything else that Escape would let go of, but for what lies on top. */
function listenForEscape(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const above = event.target instanceof Element && event.target.closest(LIES_ABOVE) !== null;
    if (event.key !== 'Escape' || above || !cancelOpening()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => window.removeEventListener('keydown', onKey, { capture: true });
}
