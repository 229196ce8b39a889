/** What can be done with two runs: keep one, run it again, align them, lay one over the other. */
import { useStore } from 'zustand';
import { useActions } from '../../../actions/context';
import { Segments } from '../../../inspector/segments';
import { compareStore } from '../../../store/compare';
import type { Facts } from '../../../store/facts';
import { Button } from '../../../ui/button';

const ALIGN_CHOICES = [
  { value: 'call', text: 'the call' },
  { value: 'spawn', text: 'the first worker' },
] as const;

export function CompareBar({ shown, beside }: { readonly shown: Facts; readonly beside: Facts }) {
  const { toggleBeside, runAgain, openFile } = useActions();
  const alignBy = useStore(compareStore, (compare) => compare.alignBy);
  const comparing = beside.started !== null;
  return (
    <div className="compare-bar" role="toolbar" aria-label="Compare">
      <Button onClick={toggleBeside} disabled={!comparing && shown.ended === null}>
        {comparing ? 'Let B go' : 'Keep this run beside'} <kbd>V</kbd>
      </Button>
      <Button onClick={runAgain} disabled={shown.ended === null}>
        Run again
      </Button>
      <Button onClick={() => openFile(null, true)}>Open beside</Button>
      {comparing && (
        <div className="compare-zero">
          <span className="compare-label">Zero is</span>
          <Segments
            label="Zero of both clocks"
            value={alignBy}
            choices={ALIGN_CHOICES}
            onChange={(value) => compareStore.setState({ alignBy: value })}
          />
        </div>
      )}
    </div>
  );
}
