/** Renders once more, a moment later, as long as a count is not complete: a long history is taken in steps. */
import { useEffect, useState } from 'react';

export function useAgain(incomplete: boolean): void {
  const [, setTurn] = useState(0);
  useEffect(() => {
    if (!incomplete) return;
    const timer = setTimeout(() => setTurn((turn) => turn + 1));
    return () => clearTimeout(timer);
  });
}
