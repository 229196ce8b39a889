/** Gives the focus back to where it was when a dialog that no button opened is closed; Radix would drop it. */
import { useRef } from 'react';

/** @param then called once the focus is back: what it does may move the focus on */
export function useReturnFocus(then: () => void = () => undefined) {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (): void => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event): void => {
      event.preventDefault();
      if (before.current instanceof HTMLElement) before.current.focus();
      then();
    },
  };
}
