/** Runs what the cross stands for, in a plain loop and in the pool. */

import { Play } from 'lucide-react';
import { useStore } from 'zustand';
import { runPoint } from '../../actions/break-even';
import { breakEvenStore } from '../../store/break-even';
import { useBusy } from '../../store/use-busy';
import { Button } from '../../ui/button';

export function RunPointButton() {
  const doing = useStore(breakEvenStore, (state) => state.doing);
  const live = useBusy();
  return (
    <Button look="primary" className="break-even-run" onClick={() => void runPoint()} disabled={live || doing !== null}>
      <Play size={16} aria-hidden /> {doing === null ? 'Run it here' : `${doing.words}…`}
    </Button>
  );
}
