/** What presenter mode does to the window as a whole: its scale, the key that leaves it, and where the focus is. */
import { type CSSProperties, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { labStore } from '../store/lab';
import { lessonStore } from '../store/lesson';
import { type Aside, presenterStore } from '../store/presenter';
import { stepOf, workshopStore } from '../store/workshop';
import { presenterCommands } from './presenter-commands';
import { presenterScale } from './presenter-scale';

interface Presenting {
  readonly presenting: boolean;
  /** Attributes of the window's outermost element. */
  readonly attributes: { readonly 'data-presenting'?: string; readonly style?: CSSProperties };
}

export function usePresenting(): Presenting {
  const { presenting, asides } = useStore(presenterStore);
  const scale = useScale(presenting);
  useLeaving(presenting);
  useFocus(presenting);
  useLesson(presenting);
  if (!presenting) return { presenting, attributes: {} };
  const style = { '--presenter-scale': scale } as CSSProperties;
  return { presenting, attributes: { 'data-presenting': ['run', ...asides].join(' '), style } };
}

const windowScale = (): number => presenterScale(window.innerWidth, window.innerHeight);

function useScale(presenting: boolean): number {
  const [scale, setScale] = useState(windowScale);
  useEffect(() => {
    if (!presenting) return;
    const measure = (): void => setScale(windowScale());
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [presenting]);
  return scale;
}

/** Escape lets go of what is selected first, and of what is open; with nothing left it leaves the mode. */
function useLeaving(presenting: boolean): void {
  useEffect(() => {
    if (!presenting) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null) return;
      event.preventDefault();
      presenterCommands.leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [presenting]);
}

/** A lesson and a step's text are for the audience: they are shown without being asked for. A lab needs the room of the code. */
function useLesson(presenting: boolean): void {
  const inLesson = useStore(lessonStore, ({ open }) => open !== null);
  const inLab = useStore(labStore, ({ open }) => open !== null);
  const inText = useStore(workshopStore, (state) => stepOf(state)?.text !== undefined);
  useEffect(() => {
    const shown: readonly Aside[] = inLesson && !inLab ? ['form', 'panels'] : inLesson || inText ? ['form'] : [];
    if (!presenting || shown.length === 0) return;
    for (const aside of shown) presenterCommands.showAside(aside, true);
    return () => {
      for (const aside of shown) presenterCommands.showAside(aside, false);
    };
  }, [presenting, inLesson, inLab, inText]);
}

/** The focus stands on what is to be seen, and goes back to where it was. */
function useFocus(presenting: boolean): void {
  useEffect(() => {
    if (!presenting) return;
    const before = document.activeElement;
    document.querySelector<HTMLElement>('.timeline-scroller')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
    };
  }, [presenting]);
}
