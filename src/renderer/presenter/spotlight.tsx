/** A ring of light around the pointer; the rest of the window is dimmed. It follows without React and without a delay. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { presenterStore } from '../store/presenter';

export function Spotlight() {
  const isOn = useStore(presenterStore, ({ presenting, spotlight }) => presenting && spotlight);
  return isOn ? <Light /> : null;
}

function Light() {
  const light = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = light.current;
    if (element === null) return;
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      element.style.setProperty('--light-x', `${clientX}px`);
      element.style.setProperty('--light-y', `${clientY}px`);
      element.dataset.lit = 'true';
    };
    // Without a pointer in the window there is nothing to light: all of it is seen.
    const goOut = (): void => {
      delete element.dataset.lit;
    };
    window.addEventListener('pointermove', follow);
    document.documentElement.addEventListener('pointerleave', goOut);
    return () => {
      window.removeEventListener('pointermove', follow);
      document.documentElement.removeEventListener('pointerleave', goOut);
    };
  }, []);
  return <div ref={light} className="presenter-light" data-testid="presenter-light" aria-hidden="true" />;
}
